package dev.influx.harvester;

import dev.influx.harvester.HarvestProgress.Spent;
import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.UnableToAskException;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.budget.Pace;
import dev.influx.harvester.budget.Prices;
import dev.influx.harvester.budget.Spending;
import dev.influx.harvester.budget.Spending.Reservation;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Settlement;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How much may be asked for at present: as much as the answers so far encourage, and as the money
 * allows. Belongs to the harvester's own thread; others may ask what was spent.
 */
final class Throttle {
  private final Budget budget;
  private final Spending spending;
  private final InstantSource clock;
  private final IdentityHashMap<Batch, Reservation> underWay = new IdentityHashMap<>();
  private final Prices prices;
  private Pace pace;
  private volatile long reads;
  private volatile long readsInAll;

  Throttle(Pace.Bounds most, Budget budget, Prices prices, InstantSource clock) {
    this.pace = Pace.within(most);
    this.budget = budget;
    this.prices = prices;
    this.spending = new Spending(budget, prices);
    this.clock = clock;
  }

  int parallel() {
    return pace.parallel();
  }

  /** Authors in the next request; 0 while the budget lets nobody through. */
  int batchSize() {
    return pace.batchSize(spending.left(clock.instant()).users());
  }

  /** A batch is sent. */
  void sent(Batch batch) {
    Instant now = clock.instant();
    boolean byId = batch.by() == By.ID;
    Collection<String> ids =
        byId
            ? batch.targets().stream().map(target -> target.id().orElseThrow()).toList()
            : List.of();
    int handles = byId ? 0 : batch.targets().size();
    underWay.put(batch, spending.reserve(spending.worstCase(ids, handles, now), now));
  }

  /** A batch is back. */
  void heard(Settlement settlement) {
    Instant now = clock.instant();
    Reservation reservation = underWay.remove(settlement.batch());
    if (reservation == null) {
      return;
    }
    if (settlement.failure().isPresent()) {
      pace = pace.afterError();
      spending.lose(reservation, now);
    } else {
      pace = pace.afterSuccess();
      spending.settle(reservation, returned(settlement), now);
    }
    count(now);
  }

  private void count(Instant now) {
    reads = spending.reads(now);
    readsInAll = spending.readsInAll();
  }

  private static List<String> returned(Settlement settlement) {
    return settlement.settled().stream()
        .flatMap(settled -> settled.sighting().stream())
        .map(sighting -> sighting.id())
        .toList();
  }

  /** Takes note of a user who was billed before this process began. */
  void recall(Remembered entry) {
    if (entry.ending() == Ending.FOUND) {
      spending.recall(List.of(entry.id().orElseThrow()), entry.at());
      count(clock.instant());
    }
  }

  /**
   * Waits for the budget of the next day.
   *
   * @throws UnableToAskException when the budget is for the whole run, and used up
   */
  void awaitBudget() throws InterruptedException {
    if (budget.span() == Budget.Span.RUN) {
      throw new UnableToAskException(
          new Answer.Stop(
              Answer.Stop.Kind.QUOTA,
              "the budget of this run is used up",
              reads + " users were billed, " + prices.of(reads) + " in all",
              "allow more with --max-reads or --max-cost, and resume the run"));
    }
    Instant now = clock.instant();
    Instant tomorrow =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .plusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    TimeUnit.MILLISECONDS.sleep(Duration.between(now, tomorrow).toMillis() + 1);
  }

  /** Lets others see what is spent, also of days for which the budget does not count any more. */
  void report(MeterRegistry meters) {
    FunctionCounter.builder("influx.harvest.reads", this, throttle -> throttle.readsInAll)
        .description("Users that X charges for, as far as it can be known here")
        .register(meters);
    FunctionCounter.builder("influx.harvest.cost", this, Throttle::dollars)
        .description("What they cost")
        .baseUnit("dollars")
        .register(meters);
  }

  private double dollars() {
    return prices.of(readsInAll).micros() / 1e6;
  }

  /** What X asks for the users it returned, as far as this run counts them. */
  Spent spent() {
    long counted = reads;
    return new Spent(counted, prices.of(counted));
  }
}
