package dev.influx.validator.audit.rates;

import java.util.Optional;

/**
 * A share with its 95 % interval, and the numbers it is made of.
 *
 * @param estimated whether the numbers were counted in a sample and weighted up to all authors
 */
public record Share(
    double value, double low, double high, double count, double of, boolean estimated) {

  /** Of so many, these; empty if there were none. */
  static Optional<Share> counted(long count, long of) {
    if (of == 0) {
      return Optional.empty();
    }
    Wilson interval = Wilson.of(count, of);
    return Optional.of(
        new Share(interval.share(), interval.low(), interval.high(), count, of, false));
  }
}
