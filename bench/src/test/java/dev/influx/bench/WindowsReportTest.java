package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.harvest.WindowUse;
import dev.influx.bench.lab.Audit;
import dev.influx.bench.measure.Machine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WindowsReportTest {
  @Test
  void takesTheLastWindowAsTheRestOfTheList() {
    WindowsReport report = report("100:100:0:1000:5000 100:99:0:6500:11000 100:3:0:12000:16000");

    assertThat(report.objections()).isEmpty();
    assertThat(report.table())
        .contains("at least 99.00 % of the allowed requests", "0 answers of status 429")
        .containsPattern("2 +100 +99 +99.00 % +0 +1.50\n");
  }

  @Test
  void objectsToWindowsThatWereLeftOrOverdrawn() {
    assertThat(report("100:97:0:1:2 100:100:2:3:4 100:1:0:5:6").objections())
        .containsExactly("a window was used by 97.00 % only", "2 requests were refused");
  }

  @Test
  void objectsToRecordsThatAreMissing() {
    assertThat(harvest(new Audit(299, 0, 299, 1)).objections()).hasSize(1);
    assertThat(harvest(new Audit(301, 0, 300, 1)).objections()).hasSize(1);
    assertThat(harvest(new Audit(300, 0, 300, 1)).objections()).isEmpty();
  }

  private static WindowsReport report(String windows) {
    return new WindowsReport(harvest(new Audit(300, 0, 300, 1)), WindowUse.read(windows));
  }

  private static HarvestReport harvest(Audit raw) {
    HarvestRun run =
        new HarvestRun(
            Optional.empty(),
            Optional.empty(),
            4,
            Map.of(100, 1L << 20),
            OptionalLong.empty(),
            1_000,
            Map.of("found", 300L, "not_found", 10L),
            raw);
    HarvestPlan plan =
        new HarvestPlan(new HandleFile(1, 310), 3, 1, Optional.empty(), List.of("-Xmx1g"));
    return new HarvestReport(
        new Machine(2, Optional.empty(), 8L << 30, "Linux", "Java 17"), plan, List.of(run));
  }
}
