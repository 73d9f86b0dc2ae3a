package dev.influx.harvester.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/** Time that passes only when somebody waits. */
final class TestingTime implements Time {
  static final Instant START = Instant.parse("2026-03-03T10:00:00Z");

  private final List<Duration> waits = new ArrayList<>();
  private long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  public void pause(Duration duration) {
    pass(duration);
  }

  @Override
  public void await(Condition changed, long duration) {
    if (duration > Duration.ofDays(365).toNanos()) {
      throw new AssertionError("nobody else is there who could end this wait");
    }
    pass(Duration.ofNanos(duration));
  }

  void pass(Duration duration) {
    waits.add(duration);
    nanos += duration.toNanos();
  }

  /** How long was waited, each time. */
  List<Duration> waits() {
    return List.copyOf(waits);
  }
}
