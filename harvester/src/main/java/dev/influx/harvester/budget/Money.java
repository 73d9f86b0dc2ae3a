package dev.influx.harvester.budget;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount of US dollars, exact to the millionth. */
public record Money(long micros) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  private static final int DECIMALS = 6;
  private static final int FEWEST_SHOWN = 2;
  private static final Pattern AMOUNT = Pattern.compile("\\$?[0-9]{1,12}(\\.[0-9]{1,6})?");

  public Money {
    if (micros < 0) {
      throw new IllegalArgumentException("a negative amount: " + micros);
    }
  }

  /** An amount as people write it, such as {@code 12.50}; nothing where it is none. */
  public static Optional<Money> parse(String text) {
    return AMOUNT.matcher(text).matches()
        ? Optional.of(new Money(exact(text.startsWith("$") ? text.substring(1) : text)))
        : Optional.empty();
  }

  private static long exact(String digits) {
    return new BigDecimal(digits).movePointRight(DECIMALS).longValueExact();
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(micros, other.micros));
  }

  /** What is left of this after the other is taken away, but never less than nothing. */
  public Money minus(Money other) {
    return new Money(Math.max(0, micros - other.micros));
  }

  public Money times(long count) {
    return new Money(Math.multiplyExact(micros, count));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, other.micros);
  }

  /** Dollars with as many decimals as it takes, at least two. */
  @Override
  public String toString() {
    BigDecimal dollars = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
    int shown = Math.max(FEWEST_SHOWN, dollars.scale());
    return "$" + dollars.setScale(shown).toPlainString();
  }
}
