package dev.influx.harvester.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast one counter changes: the mean of its relative change per day, in which what was seen a
 * week ago weighs e times less than what is seen now.
 *
 * @param count the last value seen, and {@code at} when
 * @param sum of the changes, weighted
 * @param weight of all of them, from 0 to 1; the time looked at, that is
 */
record Trend(long count, Instant at, double sum, double weight) {
  private static final double MEMORY_DAYS = 7;
  private static final double DAY_NANOS = Duration.ofDays(1).toNanos();

  /** Counters jump by one: over less time than this the jump says more than the trend. */
  private static final double LEAST_WEIGHT = 1 - Math.exp(-1 / (24 * MEMORY_DAYS));

  static Trend starting(long count, Instant at) {
    return new Trend(count, at, 0, 0);
  }

  /** Samples that are not later than the last one tell nothing new. */
  Trend after(long newCount, Instant newAt) {
    if (!newAt.isAfter(at)) {
      return this;
    }
    double days = Duration.between(at, newAt).toNanos() / DAY_NANOS;
    double kept = Math.exp(-days / MEMORY_DAYS);
    double change = Math.abs((double) newCount - count) / Math.max(1, Math.max(count, newCount));
    return new Trend(
        newCount, newAt, sum * kept + change / days * (1 - kept), weight * kept + 1 - kept);
  }

  OptionalDouble perDay() {
    return weight < LEAST_WEIGHT ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
  }

  static Optional<Trend> next(Optional<Trend> known, long count, Instant at) {
    return Optional.of(known.map(trend -> trend.after(count, at)).orElse(starting(count, at)));
  }
}
