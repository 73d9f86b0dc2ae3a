package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private final TestingClock clock = new TestingClock();
  private final Succession succession = new Succession(clock);

  @Test
  void itIsOverWhenNobodyIsLeft() {
    assertThat(succession.objection(0)).isEmpty();
    assertThat(succession.objection(2)).isPresent();
    assertThat(succession.objection(0)).isEmpty();
  }

  @Test
  void nobodyIsWaitedForWhenNoMoreFollow() {
    assertThat(succession.objection(3)).isPresent();
    clock.pass(29);
    assertThat(succession.objection(2)).as("one followed").isPresent();
    clock.pass(29);
    assertThat(succession.objection(2)).isPresent();
    clock.pass(1);
    assertThat(succession.objection(2)).isEmpty();
  }

  @Test
  void theNextPolicyIsWaitedForAnew() {
    assertThat(succession.objection(2)).isPresent();
    clock.pass(30);
    assertThat(succession.objection(2)).isEmpty();
    succession.settle();

    assertThat(succession.objection(2)).isPresent();
  }

  private static final class TestingClock extends Clock {
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");

    void pass(long seconds) {
      now = now.plus(Duration.ofSeconds(seconds));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
