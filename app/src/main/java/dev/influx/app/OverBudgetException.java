package dev.influx.app;

import dev.influx.harvester.budget.Allowance;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.budget.Prices;
import dev.influx.harvester.errand.RunDirectory;
import dev.influx.runtime.Explained;
import java.util.Locale;

/** A list may cost more than its budget has. */
final class OverBudgetException extends Explained {
  private static final long serialVersionUID = 1L;

  private OverBudgetException(String why) {
    super(
        "the budget does not suffice for the list",
        why,
        "allow more with --max-reads or --max-cost, or shorten the list; nothing was asked",
        null);
  }

  /** Everybody might be found, and charged for; a run that may have to stop is not begun. */
  static void requireEnough(RunDirectory run, Budget budget) {
    long authors = run.description().accepted();
    Allowance allowance = budget.whole(Prices.DEFAULT);
    if (!allowance.covers(authors)) {
      run.discard();
      throw new OverBudgetException(
          String.format(
              Locale.ROOT,
              "%,d authors cost up to %s, and the budget is for %,d",
              authors,
              Prices.DEFAULT.of(authors),
              allowance.users().orElseThrow()));
    }
  }
}
