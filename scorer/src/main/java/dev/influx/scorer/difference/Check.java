package dev.influx.scorer.difference;

import dev.influx.lists.policies.Limits;
import dev.influx.schemas.scores.Histogram;
import dev.influx.scorer.statistics.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One limit, and whether it is kept.
 *
 * @param name one word
 * @param limit for a person to read
 * @param found for a person to read
 * @param passed what could not be found out is not passed
 */
public record Check(String name, String limit, String found, boolean passed) {
  private static final int HIGH = 80;
  private static final double PERCENT = 100;

  /** All limits of the policy that gave the results of the other side. */
  public static List<Check> of(Difference difference, Limits limits) {
    Optional<Distribution> scores = difference.figures().other();
    return List.of(
        check(
            "iqr",
            number("at least %.1f", limits.minIqr()),
            scores.map(Distribution::interquartileRange),
            "%.1f",
            found -> found >= limits.minIqr()),
        check(
            "high",
            number("at least %.1f %% from 80 on", PERCENT * limits.minHighShare()),
            scores.map(found -> PERCENT * highShare(found)),
            "%.1f %%",
            found -> found >= PERCENT * limits.minHighShare()),
        check(
            "zero",
            limits.zeroScores().isYes() ? "any number of scores of 0" : "no score of 0",
            scores.map(found -> (double) found.zeroScores()),
            "%.0f",
            found -> limits.zeroScores().isYes() || found == 0),
        check(
            "flips",
            number("at most %.1f %% change sides", PERCENT * limits.maxFlipShare()),
            flipShare(difference).map(share -> PERCENT * share),
            "%.1f %%",
            found -> found <= PERCENT * limits.maxFlipShare()));
  }

  private interface Rule {
    boolean holds(double found);
  }

  private static Check check(
      String name, String limit, Optional<Double> found, String form, Rule rule) {
    return new Check(
        name,
        limit,
        found.map(value -> number(form, value)).orElse("nothing to tell it from"),
        found.filter(rule::holds).isPresent());
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }

  private static double highShare(Distribution scores) {
    long high =
        scores.histogram().bins().stream()
            .filter(bin -> bin.from() >= HIGH)
            .mapToLong(Histogram.Bin::count)
            .sum();
    return (double) high / scores.count();
  }

  static Optional<Double> flipShare(Difference difference) {
    return difference.counts().both() == 0
        ? Optional.empty()
        : Optional.of((double) difference.flips().all() / difference.counts().both());
  }
}
