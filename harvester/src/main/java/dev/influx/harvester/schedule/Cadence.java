package dev.influx.harvester.schedule;

import java.time.Duration;

/**
 * How often authors are asked for.
 *
 * @param maxAge nobody's last answer gets older, if there are enough requests
 * @param minAge nobody is asked for earlier for the sake of its value
 * @param gap the longest time for which nobody can be asked although there are requests enough: the
 *     windows of the limits, or a day where the budget is for a day
 */
public record Cadence(Duration maxAge, Duration minAge, Duration gap) {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int LEAST_SHARE = 4;

  /** A day, as long as a profile may be old. */
  public static final Cadence DAILY = of(Duration.ofDays(1));

  public Cadence {
    boolean possible =
        !minAge.isNegative()
            && !gap.isNegative()
            && maxAge.compareTo(gap) > 0
            && maxAge.compareTo(minAge) >= 0;
    if (!possible) {
      throw new IllegalArgumentException(
          "no cadence: from %s to %s with gaps of %s".formatted(minAge, maxAge, gap));
    }
  }

  /** At the earliest after a quarter of the greatest age, under limits of 15 minutes. */
  public static Cadence of(Duration maxAge) {
    Duration gap = WINDOW.multipliedBy(LEAST_SHARE).compareTo(maxAge) < 0 ? WINDOW : Duration.ZERO;
    return new Cadence(maxAge, maxAge.dividedBy(LEAST_SHARE), gap);
  }

  /** In which a round through all authors is due, so that a gap at its end does no harm. */
  long roundMillis() {
    return maxAge.minus(gap).toMillis();
  }
}
