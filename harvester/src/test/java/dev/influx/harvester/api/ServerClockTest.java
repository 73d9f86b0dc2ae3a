package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ServerClockTest {
  private static final Instant HERE = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant SERVER = HERE.plus(Duration.ofHours(1));

  @Test
  void takesTheTimeOfThisMachineUntilToldOtherwise() {
    ServerClock clock = ServerClock.starting(HERE, seconds(5));

    assertThat(clock.at(seconds(8))).isEqualTo(HERE.plusSeconds(3));
  }

  @Test
  void followsTheDatesOfAnswersHoweverWrongThisMachineIs() {
    ServerClock clock = ServerClock.starting(HERE, 0).observe(SERVER, seconds(2));

    assertThat(clock.at(seconds(12))).isEqualTo(SERVER.plusSeconds(10));
  }

  @Test
  void isNotMovedByOneOddDate() {
    ServerClock clock = ServerClock.starting(HERE, 0);
    for (int second = 0; second < 5; second++) {
      clock = clock.observe(SERVER.plusSeconds(second), seconds(second));
    }

    ServerClock odd = clock.observe(Instant.EPOCH, seconds(5));

    assertThat(odd.at(seconds(6))).isEqualTo(SERVER.plusSeconds(6));
  }

  @Test
  void forgetsOldDates() {
    ServerClock clock = ServerClock.starting(HERE, 0);
    for (int second = 0; second < 100; second++) {
      clock =
          clock.observe(second < 50 ? Instant.EPOCH : SERVER.plusSeconds(second), seconds(second));
    }

    assertThat(clock.at(seconds(100))).isEqualTo(SERVER.plusSeconds(100));
    assertThat(clock.offsets()).hasSizeLessThan(20);
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
