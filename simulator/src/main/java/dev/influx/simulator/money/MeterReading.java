package dev.influx.simulator.money;

import dev.influx.simulator.money.Billed.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What was bought, and what for.
 *
 * @param spent dollars in all
 * @param creditsLeft dollars, below zero if the last answer cost more than was there
 * @param returned resources in answers
 * @param billed those of them that were paid for, which is each once in a UTC day
 * @param days what was paid for, by UTC day
 */
public record MeterReading(
    Standing standing,
    BigDecimal spent,
    Optional<BigDecimal> creditsLeft,
    Map<Resource, Long> returned,
    Map<Resource, Long> billed,
    NavigableMap<LocalDate, Long> days) {

  /** Whether there is money for another answer. */
  public enum Standing {
    OPEN,
    CREDITS_DEPLETED,
    SPEND_CAPPED,
    USAGE_CAPPED
  }
}
