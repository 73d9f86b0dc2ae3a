package dev.influx.scorer.statistics;

import dev.influx.schemas.scores.Histogram;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * How scores between 0 and 100 are distributed. Percentiles are the nearest rank, as in the
 * manifest of a snapshot: always one of the scores.
 *
 * @param mean to four decimals
 */
public record Distribution(
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
    Bands bands,
    Histogram histogram) {

  /** Empty when there are no scores. */
  public static Optional<Distribution> of(Scores scores) {
    return scores.count() == 0 ? Optional.empty() : Optional.of(of(scores.sorted()));
  }

  private static Distribution of(double[] ascending) {
    Percentiles percentiles = new Percentiles(ascending);
    return new Distribution(
        ascending.length,
        percentiles.at(0),
        percentiles.at(5),
        percentiles.at(25),
        percentiles.at(50),
        percentiles.at(75),
        percentiles.at(95),
        percentiles.at(100),
        percentiles.mean(),
        count(ascending, score -> score == 0),
        Bands.of(ascending),
        Histogram.of(ascending));
  }

  public double interquartileRange() {
    return p75 - p25;
  }

  private static long count(double[] scores, DoublePredicate matching) {
    return Arrays.stream(scores).filter(matching).count();
  }

  /**
   * How many scores are high, middling and low, as people speak of them.
   *
   * @param high 50 and over
   * @param middle 30 and over, but under 50
   * @param low under 30
   */
  public record Bands(long high, long middle, long low) {
    private static final double HIGH = 50;
    private static final double MIDDLE = 30;

    private static Bands of(double[] scores) {
      long high = Distribution.count(scores, score -> score >= HIGH);
      long low = Distribution.count(scores, score -> score < MIDDLE);
      return new Bands(high, scores.length - high - low, low);
    }
  }
}
