package dev.influx.scorer.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many scores differ by how much, in steps of five points. Those that do not differ at all have
 * a bin of their own, and what differs by more than fifty is in the outermost ones.
 */
public record Deltas(List<Bin> bins, long none) {
  private static final int WIDTH = 5;
  private static final int EACH_WAY = 10;

  public Deltas {
    bins = List.copyOf(bins);
  }

  public static Deltas of(Scores differences) {
    long[] counts = new long[2 * EACH_WAY];
    long none = 0;
    for (int i = 0; i < differences.count(); i++) {
      double difference = differences.at(i);
      if (difference == 0) {
        none++;
      } else {
        counts[binOf(difference)]++;
      }
    }
    return new Deltas(
        IntStream.range(0, counts.length)
            .mapToObj(
                bin -> new Bin((bin - EACH_WAY) * WIDTH, (bin - EACH_WAY + 1) * WIDTH, counts[bin]))
            .toList(),
        none);
  }

  /** Farther from nothing is what counts at a boundary, so that up and down are alike. */
  private static int binOf(double difference) {
    int away = (int) Math.min(EACH_WAY, Math.max(1, Math.ceil(Math.abs(difference) / WIDTH)));
    return difference > 0 ? EACH_WAY + away - 1 : EACH_WAY - away;
  }

  /**
   * Differences of up to five points.
   *
   * @param from the nearer to minus fifty
   * @param to the nearer to fifty
   */
  public record Bin(int from, int to, long count) {}
}
