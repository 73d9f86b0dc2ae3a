package dev.influx.validator.audit.review;

import dev.influx.validator.audit.rates.Rates;

/**
 * What sheets say that came back from reviewers.
 *
 * @param audited the codes that were asked about
 * @param policy the id of the policy that judged
 */
public record Review(
    String audited, String policy, String sha256, long seed, Answers flagged, Answers clean) {

  /** How often the gates were wrong. */
  public Rates rates() {
    return Rates.of(flagged.decided(), clean.decided());
  }
}
