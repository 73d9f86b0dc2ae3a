package dev.influx.validator.audit.rates;

/**
 * What people said of the authors of one side.
 *
 * @param population how many authors there are on it in all
 * @param right of how many the gates were right
 * @param wrong of how many they were wrong
 */
public record Reviewed(long population, long right, long wrong) {
  long decided() {
    return right + wrong;
  }
}
