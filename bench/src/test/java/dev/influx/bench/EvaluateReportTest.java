package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.load.UserFile;
import dev.influx.bench.measure.Machine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EvaluateReportTest {
  private static final Machine MACHINE =
      new Machine(2, Optional.empty(), 8L << 30, "Linux", "Java 17");

  @Test
  void showsTheMedianAndTheLargest() {
    EvaluateReport report =
        report(run(3, 200, 1_000, 0), run(1, 100, 1_000, 0), run(2, 150, 1_000, 0));

    assertThat(report.objections()).isEmpty();
    assertThat(report.table())
        .contains("load before 0.50")
        .containsPattern("1,000 +0.48 +3 +2.00 \\(1.00-3.00\\) +4.00 \\(2.00-6.00\\) +500 +200\n");
    assertThat(report.data()).containsKeys("wall_seconds", "runs", "bytes", "load_before");
  }

  @Test
  void objectsToARunThatDidNotDoAllTheWork() {
    assertThat(report(run(1, 1, 999, 0), run(1, 1, 1_000, 3), run(1, 1, 1_000, 0)).objections())
        .containsExactly(
            "a run ended with 0 after 999 lines", "a run ended with 3 after 1000 lines");
  }

  private static EvaluateRun run(int seconds, long mebibytes, long lines, int exitCode) {
    return new EvaluateRun(
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(2L * seconds),
        OptionalLong.of(mebibytes << 20),
        lines,
        exitCode);
  }

  private static EvaluateReport report(EvaluateRun... runs) {
    return new EvaluateReport(MACHINE, new UserFile(42, 1_000), 480_000, 0.5, List.of(runs));
  }
}
