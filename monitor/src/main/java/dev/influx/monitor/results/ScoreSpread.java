package dev.influx.monitor.results;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How scores between 0 and 100 are spread. Percentiles are the nearest rank: always one of them.
 *
 * @param name of what they are the scores of
 * @param histogram in bins of ten points
 */
public record ScoreSpread(
    String name,
    long count,
    double min,
    double p5,
    double p25,
    double p50,
    double p75,
    double p95,
    double max,
    double mean,
    long zeroScores,
    List<Bin> histogram) {
  private static final int BINS = 10;
  private static final double NOBODY = 0.5;
  private static final double WHOLE = 100;
  private static final double ROUND = 10_000;

  public ScoreSpread {
    histogram = List.copyOf(histogram);
  }

  /**
   * Scores of ten points.
   *
   * @param from the lowest that are in it
   * @param to where the next one begins
   */
  public record Bin(int from, int to, long count) {}

  /**
   * Of scores that were counted in steps of a tenth of a point.
   *
   * @param tenths how many there are of each, from 0 to 100
   */
  static Optional<ScoreSpread> of(String name, long[] tenths) {
    Ranks ranks = new Ranks(tenths);
    return ranks.all == 0
        ? Optional.empty()
        : Optional.of(
            new ScoreSpread(
                name,
                ranks.all,
                ranks.at(0),
                ranks.at(5),
                ranks.at(25),
                ranks.at(50),
                ranks.at(75),
                ranks.at(95),
                ranks.at(WHOLE),
                ranks.mean(),
                tenths[0],
                bins(tenths)));
  }

  private static List<Bin> bins(long[] tenths) {
    long[] counts = new long[BINS];
    for (int tenth = 0; tenth < tenths.length; tenth++) {
      counts[Math.min(BINS - 1, tenth / (BINS * BINS))] += tenths[tenth];
    }
    return IntStream.range(0, BINS)
        .mapToObj(bin -> new Bin(bin * BINS, (bin + 1) * BINS, counts[bin]))
        .toList();
  }

  /**
   * The population stability index against another spread; a bin that nobody is in counts as half
   * an author. Empty where the bins are not the same.
   */
  public OptionalDouble stability(ScoreSpread other) {
    if (count == 0 || other.count == 0 || histogram.size() != other.histogram.size()) {
      return OptionalDouble.empty();
    }
    double index = 0;
    for (int bin = 0; bin < histogram.size(); bin++) {
      double share = share(histogram.get(bin), count);
      double ofOther = share(other.histogram.get(bin), other.count);
      index += (share - ofOther) * Math.log(share / ofOther);
    }
    return OptionalDouble.of(Math.round(index * ROUND) / ROUND);
  }

  private static double share(Bin bin, long all) {
    return Math.max(NOBODY, (double) bin.count()) / all;
  }

  /** Scores by rank. */
  private static final class Ranks {
    private static final double TENTHS = 10;
    private final long[] tenths;
    private final long all;

    Ranks(long[] tenths) {
      this.tenths = tenths;
      this.all = Arrays.stream(tenths).sum();
    }

    double at(double percent) {
      long rank = Math.max(1, (long) Math.ceil(all * percent / WHOLE));
      int tenth = 0;
      for (long below = tenths[0]; below < rank; below += tenths[tenth]) {
        tenth++;
      }
      return tenth / TENTHS;
    }

    double mean() {
      double sum = 0;
      for (int tenth = 0; tenth < tenths.length; tenth++) {
        sum += tenths[tenth] * (double) tenth;
      }
      return Math.round(sum / TENTHS / all * ROUND) / ROUND;
    }
  }
}
