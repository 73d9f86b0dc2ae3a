package dev.influx.bench.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StretchTest {
  @Test
  void tellsTheProcessesApart() {
    Stage from = stage(1, 100, 1, 2, 3, 10);
    Stage to = stage(3, 1_100, 2, 4, 6, 17);

    assertThat(Stretch.between(from, to))
        .contains(new Stretch(1_000, 2, 1_000, 2_000, 3_000, Optional.of(0.5)));
  }

  @Test
  void isEmptyWhereNothingHappened() {
    assertThat(Stretch.between(stage(1, 5, 0, 0, 0, 0), stage(2, 5, 1, 1, 1, 3))).isEmpty();
  }

  private static Stage stage(
      int second, long profiles, int harvester, int simulator, int broker, int machine) {
    return new Stage(
        second * 1_000_000_000L,
        profiles,
        Duration.ofSeconds(harvester),
        Duration.ofSeconds(simulator),
        Duration.ofSeconds(broker),
        Optional.of(Duration.ofSeconds(machine)));
  }
}
