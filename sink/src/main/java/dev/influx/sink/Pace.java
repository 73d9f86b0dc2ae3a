package dev.influx.sink;

import java.time.Duration;

/** Lets something happen at once, and then no more often than once in an interval. */
final class Pace {
  private final long interval;
  private long last;
  private boolean begun;

  Pace(Duration interval) {
    this.interval = interval.toNanos();
  }

  /** Whether it may happen now; whoever is told so is taken to do it. */
  boolean due() {
    long now = System.nanoTime();
    if (begun && now - last < interval) {
      return false;
    }
    begun = true;
    last = now;
    return true;
  }
}
