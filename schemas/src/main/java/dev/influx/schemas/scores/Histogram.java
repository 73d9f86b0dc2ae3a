package dev.influx.schemas.scores;

import java.util.List;
import java.util.stream.IntStream;

/** How many scores there are in each ten points of the scale. */
public record Histogram(List<Bin> bins) {
  private static final int WIDTH = 10;
  private static final int BINS = 10;

  public Histogram {
    bins = List.copyOf(bins);
  }

  public static Histogram of(double[] scores) {
    long[] counts = new long[BINS];
    for (double score : scores) {
      counts[binOf(score)]++;
    }
    return of(counts);
  }

  static Histogram of(ScoreTally scores) {
    long[] counts = new long[BINS];
    scores.counts().forEach((tenths, count) -> counts[binOf(ScoreTally.points(tenths))] += count);
    return of(counts);
  }

  private static Histogram of(long[] counts) {
    return new Histogram(
        IntStream.range(0, BINS)
            .mapToObj(bin -> new Bin(bin * WIDTH, (bin + 1) * WIDTH, counts[bin]))
            .toList());
  }

  /** The top of the scale belongs to the last bin, as would whatever were beyond it. */
  private static int binOf(double score) {
    return (int) Math.min(BINS - 1, Math.max(0, Math.floor(score / WIDTH)));
  }

  /**
   * Scores of ten points.
   *
   * @param from the lowest that are in it
   * @param to where the next one begins
   */
  public record Bin(int from, int to, long count) {}
}
