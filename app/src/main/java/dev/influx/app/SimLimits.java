package dev.influx.app;

import dev.influx.app.config.Durations;
import dev.influx.simulator.money.Budget;
import dev.influx.simulator.rate.Limits;
import dev.influx.simulator.rate.Limits.Refusal;
import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a simulator allows: requests and money. */
final class SimLimits {
  @Option(
      names = "--limit",
      paramLabel = "N/TIME",
      defaultValue = "300/15m",
      converter = LimitConverter.class,
      description = "Requests per window, for each endpoint; or off. Default: ${DEFAULT-VALUE}.")
  private Limits limit;

  @Option(
      names = "--per-second",
      paramLabel = "N",
      description = "Refuse more in a second, whatever is left of the window.")
  private Integer perSecond;

  @Option(
      names = "--per-day",
      paramLabel = "N",
      description = "A pool of 24 hours too, with headers of its own.")
  private Integer perDay;

  @Option(
      names = "--refusal",
      paramLabel = "BODY",
      defaultValue = "about_blank",
      description = "Of status 429: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Refusal refusal;

  @Option(
      names = "--retry-after",
      description = "Send Retry-After with status 429, which X does not.")
  private boolean retryAfter;

  @Option(
      names = "--credits",
      paramLabel = "DOLLARS",
      description = "What there is to spend; then comes status 402. Default: no end.")
  private BigDecimal credits;

  @Option(
      names = "--spend-cap",
      paramLabel = "DOLLARS",
      description = "What may be spent in a month. Default: no end.")
  private BigDecimal spendCap;

  @Option(
      names = "--monthly-reads",
      paramLabel = "N",
      description = "Resources in a month; then comes UsageCapExceeded. Default: no end.")
  private Long monthlyReads;

  Limits limits() {
    Limits limits = limit.withRefusal(refusal);
    limits = perSecond == null ? limits : limits.withPerSecond(perSecond);
    limits = perDay == null ? limits : limits.withPerDay(perDay);
    return retryAfter ? limits.withRetryAfter() : limits;
  }

  Budget budget() {
    Budget budget = Budget.unlimited();
    budget = credits == null ? budget : budget.withCredits(credits);
    budget = spendCap == null ? budget : budget.withSpendCap(spendCap);
    return monthlyReads == null ? budget : budget.withMonthlyReads(monthlyReads);
  }

  /** {@code 300/15m}. */
  private static final class LimitConverter implements ITypeConverter<Limits> {
    @Override
    public Limits convert(String text) {
      if (text.equals("off")) {
        return Limits.off();
      }
      String[] parts = text.split("/", -1);
      try {
        return Limits.of(Integer.parseInt(parts[0]), Durations.parse(parts[1]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new TypeConversionException(
            "write it as requests per time in whole seconds, such as 300/15m, or off");
      }
    }
  }
}
