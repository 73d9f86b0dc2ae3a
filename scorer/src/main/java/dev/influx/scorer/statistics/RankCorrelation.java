package dev.influx.scorer.statistics;

import java.util.OptionalDouble;

/**
 * Whether two scorings put the same authors into the same order: Spearman's rank correlation, 1
 * when they do and -1 when one is the reverse of the other. Equal scores share the mean of their
 * ranks.
 */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * The scores of the same authors in the same order. Empty when there is no order to compare:
   * fewer than two authors, or the same score for all of them.
   */
  public static OptionalDouble spearman(Scores one, Scores other) {
    if (one.count() != other.count()) {
      throw new IllegalArgumentException(
          "not the scores of the same authors: " + one.count() + " and " + other.count());
    }
    double[] ranksOfOne = centredRanks(one);
    double[] ranksOfOther = centredRanks(other);
    double spread =
        Math.sqrt(product(ranksOfOne, ranksOfOne) * product(ranksOfOther, ranksOfOther));
    return spread == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(within(product(ranksOfOne, ranksOfOther) / spread));
  }

  /** Twice the distance from the middle rank, which makes whole numbers of mean ranks. */
  private static double[] centredRanks(Scores scores) {
    double[] sorted = scores.sorted();
    double[] ranks = new double[sorted.length];
    for (int i = 0; i < ranks.length; i++) {
      int below = firstNot(sorted, scores.at(i), false);
      int notAbove = firstNot(sorted, scores.at(i), true);
      ranks[i] = (double) below + notAbove - sorted.length;
    }
    return ranks;
  }

  /** How many of the sorted values are below a value, or with the equal ones not above it. */
  private static int firstNot(double[] sorted, double value, boolean withEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (withEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** The last bits may be off. */
  private static double within(double correlation) {
    return Math.max(-1, Math.min(1, correlation));
  }
}
