package dev.influx.harvester.budget;

import java.util.OptionalLong;

/**
 * What X asks for its answers.
 *
 * @param perUser for each user that is returned, once in a UTC day
 */
public record Prices(Money perUser) {

  /** One cent, as X's list of prices has it. */
  public static final Prices DEFAULT = new Prices(new Money(10_000));

  /** What that many users cost. */
  public Money of(long users) {
    return perUser.times(users);
  }

  /** How many users an amount pays; nothing where they are free. */
  OptionalLong paidBy(Money amount) {
    return perUser.equals(Money.ZERO)
        ? OptionalLong.empty()
        : OptionalLong.of(amount.micros() / perUser.micros());
  }
}
