package dev.influx.harvester.budget;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The most that may be spent.
 *
 * @param maxReads billed users; nothing where their number does not matter
 * @param maxCost nothing where it does not matter
 * @param span what it is for
 */
public record Budget(OptionalLong maxReads, Optional<Money> maxCost, Span span) {

  /** No bound at all. */
  public static final Budget UNLIMITED =
      new Budget(OptionalLong.empty(), Optional.empty(), Span.RUN);

  public Budget {
    if (maxReads.isPresent() && maxReads.getAsLong() < 0) {
      throw new IllegalArgumentException("a negative number of reads: " + maxReads.getAsLong());
    }
  }

  /** What a budget is for. */
  public enum Span {
    /** The whole run, however long it takes. */
    RUN,
    /** Each UTC day anew, as X's own bills go. */
    UTC_DAY
  }

  /** All of it, when nothing was spent yet. */
  public Allowance whole(Prices prices) {
    return after(0, prices);
  }

  /** What is left after that many billed users. */
  Allowance after(long reads, Prices prices) {
    Money spent = prices.of(reads);
    OptionalLong readsLeft =
        maxReads.isPresent()
            ? OptionalLong.of(Math.max(0, maxReads.getAsLong() - reads))
            : OptionalLong.empty();
    return new Allowance(readsLeft, maxCost.map(most -> most.minus(spent)), prices);
  }
}
