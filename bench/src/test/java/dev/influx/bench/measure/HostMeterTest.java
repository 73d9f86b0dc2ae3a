package dev.influx.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostMeterTest {
  @Test
  void countsAllButIdlingAndWaitingAndGuestsOnlyOnce() {
    assertThat(HostMeter.busy("cpu  100 20 30 9000 8000 4 5 6 100 20"))
        .isEqualTo(Duration.ofMillis(10 * (100 + 20 + 30 + 4 + 5 + 6)));
  }

  @Test
  void isThereWhereTheSystemTells() {
    assertThat(HostMeter.cpu().isPresent()).isEqualTo(Files.exists(Path.of("/proc/stat")));
  }
}
