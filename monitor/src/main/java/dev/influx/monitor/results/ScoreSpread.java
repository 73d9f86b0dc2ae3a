package dev.influx.monitor.results;

import dev.influx.schemas.scores.Histogram;
import dev.influx.schemas.scores.Histogram.Bin;
import dev.influx.schemas.scores.PopulationStability;
import dev.influx.schemas.scores.ScoreTally;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the scores of some list are spread, as the page shows it.
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
  private static final double ROUND = 10_000;

  public ScoreSpread {
    histogram = List.copyOf(histogram);
  }

  /** Empty when there are none. */
  static Optional<ScoreSpread> of(String name, ScoreTally scores) {
    return scores
        .mean()
        .map(
            mean ->
                new ScoreSpread(
                    name,
                    scores.total(),
                    at(scores, 0),
                    at(scores, 5),
                    at(scores, 25),
                    at(scores, 50),
                    at(scores, 75),
                    at(scores, 95),
                    at(scores, 100),
                    mean,
                    scores.zeros(),
                    scores.histogram().bins()));
  }

  private static double at(ScoreTally scores, int percent) {
    return scores.percentile(percent).orElseThrow();
  }

  /** The population stability index against another spread. */
  public OptionalDouble stability(ScoreSpread other) {
    OptionalDouble index =
        PopulationStability.index(new Histogram(histogram), new Histogram(other.histogram));
    return index.isPresent()
        ? OptionalDouble.of(Math.round(index.getAsDouble() * ROUND) / ROUND)
        : index;
  }
}
