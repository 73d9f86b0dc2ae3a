package dev.influx.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.TestingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");

  private final TestingClock real = new TestingClock(Instant.parse("2026-03-03T10:00:00Z"));

  @Test
  void runsFasterThanTheClockItFollows() {
    VirtualClock clock = VirtualClock.start(START, 3_600, real);

    assertThat(clock.instant()).isEqualTo(START);
    real.advance(Duration.ofMillis(1_500));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5_400));
  }

  @Test
  void canStandStill() {
    VirtualClock clock = VirtualClock.start(START, 0, real);

    real.advance(Duration.ofDays(1));
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void neverGoesBackBehindItsStartOrRunsOutOfTime() {
    VirtualClock clock = VirtualClock.start(START, 1e9, real);

    real.advance(Duration.ofDays(-1));
    assertThat(clock.instant()).isEqualTo(START);
    real.advance(Duration.ofDays(365_000));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2999-12-31T23:59:59Z"));
  }
}
