package dev.influx.schemas.scores;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many authors have each published score. Scores have one decimal, so that there are a thousand
 * of them at most, and every figure is exact.
 *
 * @param counts by tenths of a point
 */
public record ScoreTally(SortedMap<Long, Long> counts) {
  private static final double WHOLE = 100;
  private static final int MEAN_DECIMALS = 4;
  private static final int TENTHS = 10;

  public ScoreTally {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /**
   * Of scores that were counted in an array.
   *
   * @param counts at the place of each tenth, from 0 to 100 points
   */
  public static ScoreTally of(long[] counts) {
    SortedMap<Long, Long> present = new TreeMap<>();
    for (int tenth = 0; tenth < counts.length; tenth++) {
      if (counts[tenth] != 0) {
        present.put((long) tenth, counts[tenth]);
      }
    }
    return new ScoreTally(present);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The nearest rank: the first score that is not below {@code percent} % of all. */
  public Optional<Double> percentile(int percent) {
    long left = Math.max(1, (long) Math.ceil(total() * percent / WHOLE));
    for (Map.Entry<Long, Long> score : counts.entrySet()) {
      left -= score.getValue();
      if (left <= 0) {
        return Optional.of(points(score.getKey()));
      }
    }
    return Optional.empty();
  }

  /** Summed in whole tenths: a sum of doubles would depend on the order. */
  public Optional<Double> mean() {
    long total = total();
    if (total == 0) {
      return Optional.empty();
    }
    long sum = 0;
    for (Map.Entry<Long, Long> score : counts.entrySet()) {
      sum += score.getKey() * score.getValue();
    }
    return Optional.of(
        BigDecimal.valueOf(sum, 1)
            .divide(BigDecimal.valueOf(total), MEAN_DECIMALS, RoundingMode.HALF_EVEN)
            .doubleValue());
  }

  public long zeros() {
    return counts.getOrDefault(0L, 0L);
  }

  /** How many have a score from here up to there, the upper end left out. */
  public long between(int from, int to) {
    return counts.subMap((long) from * TENTHS, (long) to * TENTHS).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  public Histogram histogram() {
    return Histogram.of(this);
  }

  static double points(long tenths) {
    return BigDecimal.valueOf(tenths, 1).doubleValue();
  }
}
