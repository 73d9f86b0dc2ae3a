package dev.influx.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time as the world has it: it starts at a chosen moment and runs some times faster than the clock
 * it follows.
 */
public final class VirtualClock implements InstantSource {

  private static final double MILLIS_PER_SECOND = 1_000;

  /** Far beyond any run, and far from where arithmetic on instants ends. */
  private static final Instant END = Instant.parse("2999-12-31T23:59:59Z");

  private final Instant start;
  private final double speed;
  private final InstantSource source;
  private final Instant sourceStart;

  private VirtualClock(Instant start, double speed, InstantSource source) {
    this.start = start;
    this.speed = speed;
    this.source = source;
    this.sourceStart = source.instant();
  }

  /**
   * Starts a clock now.
   *
   * @param speed virtual seconds in a second of the source
   */
  public static VirtualClock start(Instant start, double speed, InstantSource source) {
    return new VirtualClock(start, speed, source);
  }

  @Override
  public Instant instant() {
    double millis = Duration.between(sourceStart, source.instant()).toMillis() * speed;
    double left = Duration.between(start, END).toSeconds() * MILLIS_PER_SECOND;
    return start.plusMillis((long) Math.max(0, Math.min(millis, left)));
  }
}
