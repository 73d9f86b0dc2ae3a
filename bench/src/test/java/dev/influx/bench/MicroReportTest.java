package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.measure.Machine;
import dev.influx.bench.micro.MicroRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MicroReportTest {
  private static final MicroRun SCORE =
      new MicroRun("score", Optional.of("m2@2"), 500_000, 1_000, Optional.of(2_048.4));

  @Test
  void showsWhatOneAuthorCosts() {
    assertThat(report(SCORE).table())
        .contains("2 vCPUs, 8 GiB")
        .contains("load before 0.25")
        .containsPattern("score +m2@2 +500,000 +1,000 +2,000 +2,048\n");
  }

  @Test
  void whatWasNotMeasuredIsNoFigure() {
    MicroRun once = new MicroRun("find", Optional.empty(), 10, Double.NaN, Optional.empty());

    assertThat(report(once).table()).containsPattern("find +10 +- +100,000,000 +-\n");
    assertThat(once.data()).containsOnlyKeys("benchmark", "per_second");
  }

  private static MicroReport report(MicroRun run) {
    Machine machine = new Machine(2, Optional.empty(), 8L << 30, "Linux", "Java 17");
    return new MicroReport(machine, "invented authors", 0.25, List.of(run));
  }
}
