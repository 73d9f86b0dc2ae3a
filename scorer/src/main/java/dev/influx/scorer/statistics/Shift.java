package dev.influx.scorer.statistics;

import java.util.Optional;

/**
 * By how much the scores of some authors differ between two scorings.
 *
 * @param median of the differences, the nearest rank
 * @param mean of the differences, to four decimals
 */
public record Shift(long count, double median, double mean) {

  /** Empty when there are no differences. */
  public static Optional<Shift> of(Scores differences) {
    return differences.count() == 0
        ? Optional.empty()
        : Optional.of(of(new Percentiles(differences.sorted()), differences.count()));
  }

  private static Shift of(Percentiles differences, long count) {
    return new Shift(count, differences.at(50), differences.mean());
  }
}
