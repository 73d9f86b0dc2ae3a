package dev.influx.harvester.budget;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is left of a budget.
 *
 * @param reads billed users; nothing where their number does not matter
 * @param money nothing where it does not matter
 */
public record Allowance(OptionalLong reads, Optional<Money> money, Prices prices) {

  /** How many more users may be billed; nothing where any number may. */
  public OptionalLong users() {
    OptionalLong paid = money.map(prices::paidBy).orElseGet(OptionalLong::empty);
    if (reads.isEmpty() || paid.isEmpty()) {
      return reads.isPresent() ? reads : paid;
    }
    return OptionalLong.of(Math.min(reads.getAsLong(), paid.getAsLong()));
  }

  /** Whether that many more users may be billed. */
  public boolean covers(long users) {
    return users <= users().orElse(Long.MAX_VALUE);
  }
}
