package dev.influx.scorer.statistics;

import java.util.Arrays;

/** Numbers about many authors, such as their scores, in eight bytes each and in the given order. */
public final class Scores {
  private static final int FEW = 16;

  private double[] values = new double[FEW];
  private int count;

  public static Scores of(double... values) {
    Scores scores = new Scores();
    Arrays.stream(values).forEach(scores::add);
    return scores;
  }

  /** Takes finite numbers only: one that is not known is not a number, and has no place here. */
  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    // There is one zero only: sorting would tell the negative one from the other.
    values[count++] = value + 0.0;
  }

  public int count() {
    return count;
  }

  double at(int index) {
    return values[index];
  }

  double[] sorted() {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
