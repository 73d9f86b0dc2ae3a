package dev.influx.simulator.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What may be spent.
 *
 * @param credits dollars; at zero, requests are refused
 * @param spendCap dollars in a UTC month, however many credits are left
 * @param monthlyReads billed resources in a UTC month
 */
public record Budget(
    Optional<BigDecimal> credits, Optional<BigDecimal> spendCap, OptionalLong monthlyReads) {

  public Budget {
    check(credits, "the credits are negative");
    check(spendCap, "the spend cap is negative");
    if (monthlyReads.orElse(0) < 0) {
      throw new IllegalArgumentException("the monthly reads are negative");
    }
  }

  public static Budget unlimited() {
    return new Budget(Optional.empty(), Optional.empty(), OptionalLong.empty());
  }

  public Budget withCredits(BigDecimal dollars) {
    return new Budget(Optional.of(dollars), spendCap, monthlyReads);
  }

  public Budget withSpendCap(BigDecimal dollars) {
    return new Budget(credits, Optional.of(dollars), monthlyReads);
  }

  public Budget withMonthlyReads(long most) {
    return new Budget(credits, spendCap, OptionalLong.of(most));
  }

  private static void check(Optional<BigDecimal> dollars, String otherwise) {
    if (dollars.isPresent() && dollars.get().signum() < 0) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
