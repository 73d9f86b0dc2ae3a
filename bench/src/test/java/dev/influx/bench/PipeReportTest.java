package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.lab.Audit;
import dev.influx.bench.lab.Equipment;
import dev.influx.bench.load.Crowd;
import dev.influx.bench.measure.Machine;
import dev.influx.bench.measure.Throughput;
import dev.influx.bench.worker.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PipeReportTest {
  private static final Setting SETTING =
      new Setting(
          new Machine(2, Optional.of("CPU"), 8L << 30, "Linux", "Java 17"),
          new Equipment(PipeReportTest.class, 4, 1, Duration.ofMillis(500), "2g"),
          new Crowd(42, 10, 100));
  private static final Audit WRITTEN = new Audit(50, 2, 10, 77);

  @Test
  void putsTheLevelsSideBySide() {
    PipeReport report =
        report(
            run(Level.COPY, 400, 100, WRITTEN),
            run(Level.PLAIN, 200, 100, WRITTEN),
            run(Level.HASH, 150, 100, WRITTEN));

    assertThat(report.objections()).isEmpty();
    assertThat(report.table())
        .contains("2 vCPUs (CPU), 8 GiB")
        .contains("100 observations of 10 authors, seed 42")
        .contains("outcomes   {accepted=100}; 2 records withdrawn")
        .endsWith(
            """
            level          records/s  app us/rec  broker us/rec  peak RSS MiB  heap MiB  of L2  of L3  of scorer  others' CPUs
            L2 copy loop         400        3.00           1.00           100        10   1.00   2.00       2.67          0.25
            L3 plain loop        200        3.00           1.00           100        10   0.50   1.00       1.33          0.25
            scorer, hash         150        3.00           1.00           100        10   0.38   0.75       1.00          0.25
            """);
  }

  @Test
  void theMiddleOfTheRoundsCounts() {
    PipeReport report =
        report(
            run(Level.PLAIN, 100, 100, WRITTEN),
            run(Level.PLAIN, 900, 100, WRITTEN),
            run(Level.PLAIN, 300, 100, WRITTEN));

    assertThat(report.table()).containsPattern("L3 plain loop +300 ").doesNotContain("900");
  }

  @Test
  void anInputWithoutAnOutcomeIsAnObjection() {
    assertThat(report(run(Level.HASH, 150, 99, WRITTEN)).objections())
        .containsExactly("HASH: 99 outcomes");
  }

  @Test
  void anotherOutputIsAnObjection() {
    Audit other = new Audit(50, 2, 10, 78);

    assertThat(
            report(run(Level.PLAIN, 1, 100, WRITTEN), run(Level.HASH, 1, 100, other)).objections())
        .containsExactly("HASH wrote other records than PLAIN");
  }

  @Test
  void theCopyLoopJudgesNothing() {
    assertThat(report(run(Level.COPY, 1, 0, WRITTEN)).objections()).isEmpty();
  }

  @Test
  void readsTheOutcomesOfAWorker() {
    assertThat(PipeBench.outcomes("accepted=3 stale=1"))
        .isEqualTo(Map.of("accepted", 3L, "stale", 1L));
    assertThat(PipeBench.outcomes("")).isEmpty();
  }

  private static PipeReport report(PipeRun... runs) {
    List<Level> levels = List.of(runs).stream().map(PipeRun::level).distinct().toList();
    return new PipeReport(SETTING, new PipeBench.Plan(levels, 1, 0.2), List.of(runs));
  }

  private static PipeRun run(Level level, double rate, long outcomes, Audit written) {
    return new PipeRun(
        level,
        Optional.of(new Throughput(80, 1, rate, 3, 1, Optional.of(0.25))),
        OptionalLong.of(100L << 20),
        10L << 20,
        Map.of("accepted", outcomes),
        Map.of("accepted", written),
        OptionalLong.empty());
  }
}
