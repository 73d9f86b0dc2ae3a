package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.HarvestPlan.Limit;
import dev.influx.bench.harvest.Stretch;
import dev.influx.bench.harvest.WindowUse;
import dev.influx.bench.lab.Equipment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole benchmark over a short list: what it measures must be the whole work, done once. */
class HarvestIT {
  private static final Equipment SMALL =
      new Equipment(BrokerProcess.class, 2, 1, Duration.ofMillis(200), "256m");

  @Test
  void countsWhoIsFoundWithoutLimits() throws IOException {
    HarvestReport report = (HarvestReport) run(plan(1_000, Optional.empty()));

    assertThat(report.objections()).isEmpty();
    HarvestRun run = report.runs().get(0);
    assertThat(run.whole().map(Stretch::profiles)).contains(run.found());
    assertThat(run.heaps()).containsKey(100);
    assertThat(run.journalBytes()).isPositive();
    assertThat(run.requests()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void countsTheRequestsOfEachWindow() throws IOException {
    Limit limit = new Limit(4, Duration.ofSeconds(2));
    WindowsReport report = (WindowsReport) run(plan(limit.handles(2), Optional.of(limit)));

    assertThat(report.harvest().objections()).isEmpty();
    assertThat(report.windows())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(window -> window.allowed() == 4 && window.used() <= 4);
    assertThat(report.windows().stream().mapToLong(WindowUse::used).sum()).isEqualTo(8);
    assertThat(report.windows().stream().mapToLong(WindowUse::refused).sum()).isZero();
  }

  private static Report run(HarvestPlan plan) throws IOException {
    return HarvestBench.run(SMALL, plan, line -> assertThat(line).isNotBlank());
  }

  private static HarvestPlan plan(int handles, Optional<Limit> limit) {
    return new HarvestPlan(new HandleFile(1, handles), 3, 1, limit, List.of("-Xmx256m"));
  }
}
