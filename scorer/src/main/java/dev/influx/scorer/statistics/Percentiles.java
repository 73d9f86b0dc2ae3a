package dev.influx.scorer.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** At least one value, in ascending order; a percentile is always one of them, none is made up. */
final class Percentiles {
  private static final double WHOLE = 100;
  private static final int MEAN_DECIMALS = 4;

  private final double[] ascending;

  Percentiles(double[] ascending) {
    this.ascending = ascending;
  }

  /** The nearest rank: the first value that is not below {@code percent} % of all. */
  double at(int percent) {
    int rank = Math.max(1, (int) Math.ceil(ascending.length * percent / WHOLE));
    return ascending[rank - 1];
  }

  /** Summed in decimals: a sum of doubles would depend on the order. */
  double mean() {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : ascending) {
      sum = sum.add(BigDecimal.valueOf(value));
    }
    return sum.divide(BigDecimal.valueOf(ascending.length), MEAN_DECIMALS, RoundingMode.HALF_EVEN)
        .doubleValue();
  }
}
