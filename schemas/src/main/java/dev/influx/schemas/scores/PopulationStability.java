package dev.influx.schemas.scores;

import java.util.OptionalDouble;

/**
 * The population stability index: how far the distribution of scores has moved, over the bins of a
 * histogram. Below 0.1 people speak of none, above 0.25 of a large shift. A bin that nobody is in
 * counts as half an author, for the index of an empty one is infinite.
 */
public final class PopulationStability {
  private static final double NOBODY = 0.5;

  private PopulationStability() {}

  /** Empty when there is nobody on one of the sides, or their bins are not the same. */
  public static OptionalDouble index(Histogram one, Histogram other) {
    double countOfOne = total(one);
    double countOfOther = total(other);
    if (countOfOne == 0 || countOfOther == 0 || one.bins().size() != other.bins().size()) {
      return OptionalDouble.empty();
    }
    double index = 0;
    for (int bin = 0; bin < one.bins().size(); bin++) {
      double share = share(one.bins().get(bin), countOfOne);
      double shareOfOther = share(other.bins().get(bin), countOfOther);
      index += (share - shareOfOther) * Math.log(share / shareOfOther);
    }
    return OptionalDouble.of(index);
  }

  private static double total(Histogram histogram) {
    return histogram.bins().stream().mapToLong(Histogram.Bin::count).sum();
  }

  private static double share(Histogram.Bin bin, double total) {
    return Math.max(NOBODY, (double) bin.count()) / total;
  }
}
