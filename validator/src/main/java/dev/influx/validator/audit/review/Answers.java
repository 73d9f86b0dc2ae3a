package dev.influx.validator.audit.review;

import dev.influx.validator.audit.rates.Reviewed;

/**
 * What reviewers answered of the authors on one side.
 *
 * @param population how many authors there are on it in all
 * @param unsure of how many they could not tell
 * @param open of how many they said nothing
 */
public record Answers(long population, long right, long wrong, long unsure, long open) {

  /** Those that count. */
  public Reviewed decided() {
    return new Reviewed(population, right, wrong);
  }
}
