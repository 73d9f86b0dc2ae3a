package dev.influx.lists.policies;

import dev.influx.lists.rules.Answer;
import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.Optional;

/**
 * What the scores of a whole list must be like for the policy to take the place of another one.
 *
 * @param minIqr the least distance between the quartiles
 * @param minHighShare the least share of scores from 80 on
 * @param maxFlipShare the largest share of authors whose verdict changes
 * @param zeroScores whether there may be scores of 0
 */
public record Limits(double minIqr, double minHighShare, double maxFlipShare, Answer zeroScores) {

  /** Those of policies that name none. */
  public static final Limits DEFAULT = new Limits(20, 0.05, 0.02, Answer.NO);

  static Optional<Limits> read(StrictMapping written) {
    double iqr = written.number("min_iqr", Range.NOT_NEGATIVE);
    double high = written.number("min_high_share", Range.SHARE);
    double flips = written.number("max_flip_share", Range.SHARE);
    StrictValue zero = written.value("zero_scores");
    Answer answer = Answer.of(zero.yesOrNo());
    return written.complete(() -> new Limits(iqr, high, flips, answer));
  }
}
