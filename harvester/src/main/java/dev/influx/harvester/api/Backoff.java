package dev.influx.harvester.api;

import java.time.Duration;

/**
 * How long to pause between attempts: anything up to a bound that doubles, because clients that
 * failed together must not come back together.
 *
 * @param attempts how many there are in all
 */
record Backoff(Duration base, Duration cap, int attempts) {
  static final Backoff OF_X = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60), 6);

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The pause after a failed attempt.
   *
   * @param attempt from 1
   * @param random from 0 to 1
   */
  Duration pause(int attempt, double random) {
    long doubled = base.toNanos() << Math.min(attempt - 1, MOST_DOUBLINGS);
    return Duration.ofNanos((long) (Math.min(doubled, cap.toNanos()) * random));
  }
}
