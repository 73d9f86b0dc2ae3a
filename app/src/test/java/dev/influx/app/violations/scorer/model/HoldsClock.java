package dev.influx.app.violations.scorer.model;

import java.time.Clock;

final class HoldsClock {
  private final Clock clock;

  HoldsClock(Clock clock) {
    this.clock = clock;
  }

  long time() {
    return clock.millis();
  }
}
