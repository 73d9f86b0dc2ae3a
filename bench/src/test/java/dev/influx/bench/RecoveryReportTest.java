package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.RecoveryRun.Comeback;
import dev.influx.bench.lab.Equipment;
import dev.influx.bench.load.Crowd;
import dev.influx.bench.measure.Machine;
import dev.influx.bench.worker.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryReportTest {
  @Test
  void tellsCrashesFromRestarts() {
    Setting setting =
        new Setting(
            new Machine(2, Optional.empty(), 8L << 30, "Linux", "Java 17"),
            new Equipment(RecoveryReportTest.class, 4, 1, Duration.ofMillis(500), "2g"),
            new Crowd(42, 10, 10));
    RecoveryRun run =
        new RecoveryRun(
            Level.HASH,
            List.of(new Comeback(0.01, 2, 2.01), new Comeback(0.01, 4, 4.01)),
            List.of(new Comeback(0.5, 1, 1.5)));

    assertThat(new RecoveryReport(setting, 200, List.of(run)).table())
        .contains("2 vCPUs, 8 GiB")
        .contains("200 observations/s throughout")
        .contains("3.01 (2.01-4.01)", "3.00 (2.00-4.00)", "0.50", "1.00", "1.50");
  }
}
