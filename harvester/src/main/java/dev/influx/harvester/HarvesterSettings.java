package dev.influx.harvester;

import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.budget.Pace;
import dev.influx.harvester.budget.Prices;
import dev.influx.harvester.publish.Repeats;
import dev.influx.harvester.schedule.Cadence;
import dev.influx.schemas.SourceKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to harvest.
 *
 * @param kind what is at the other end: {@code X_API} or {@code SIMULATOR}; it goes into every
 *     observation
 * @param bounds authors per request, and requests at the same time, at most
 * @param budget what may be spent
 * @param prices of X
 * @param cadence how often the same author is asked for
 * @param journal where it is noted who was asked for; nothing where nobody shall know after a
 *     restart
 * @param once ends after the first round
 * @param repeats what becomes of an answer that says nothing new
 */
public record HarvesterSettings(
    ApiSettings api,
    SourceKind kind,
    Pace.Bounds bounds,
    Budget budget,
    Prices prices,
    Cadence cadence,
    Optional<Path> journal,
    boolean once,
    Repeats repeats) {
  /** Requests at a time, at most. */
  public static final int MOST_PARALLEL = 64;

  /** A hundredth of a day is about a window of X's limits. */
  private static final int GAPS = 100;

  private static final Duration DAY = Duration.ofDays(1);

  public HarvesterSettings {
    check(
        kind == SourceKind.X_API || kind == SourceKind.SIMULATOR,
        "the source is neither X nor a simulator: " + kind);
    check(
        bounds.parallel() <= MOST_PARALLEL,
        "the requests at a time are outside 1 to " + MOST_PARALLEL + ": " + bounds.parallel());
  }

  /** Full batches, three at a time, once a day for ever, whatever it costs. */
  public static HarvesterSettings of(ApiSettings api, SourceKind kind) {
    return new HarvesterSettings(
        api,
        kind,
        Pace.Bounds.DEFAULT,
        Budget.UNLIMITED,
        Prices.DEFAULT,
        new Cadence(DAY, DAY, DAY.dividedBy(GAPS)),
        Optional.empty(),
        false,
        Repeats.PUBLISHED);
  }

  int parallel() {
    return bounds.parallel();
  }

  public HarvesterSettings withBatchSize(int other) {
    return withBounds(new Pace.Bounds(other, bounds.parallel()));
  }

  public HarvesterSettings withParallel(int other) {
    return withBounds(new Pace.Bounds(bounds.batchSize(), other));
  }

  public HarvesterSettings withBounds(Pace.Bounds other) {
    return new HarvesterSettings(api, kind, other, budget, prices, cadence, journal, once, repeats);
  }

  public HarvesterSettings withBudget(Budget other, Prices otherPrices) {
    return new HarvesterSettings(
        api, kind, bounds, other, otherPrices, cadence, journal, once, repeats);
  }

  /** Everybody once in that time, and nobody more often. */
  public HarvesterSettings withRefresh(Duration refresh) {
    check(!refresh.isNegative() && !refresh.isZero(), "the refresh interval is not positive");
    return withCadence(new Cadence(refresh, refresh, refresh.dividedBy(GAPS)));
  }

  public HarvesterSettings withCadence(Cadence other) {
    return new HarvesterSettings(api, kind, bounds, budget, prices, other, journal, once, repeats);
  }

  public HarvesterSettings withJournal(Path file) {
    return new HarvesterSettings(
        api, kind, bounds, budget, prices, cadence, Optional.of(file), once, repeats);
  }

  public HarvesterSettings onlyOnce() {
    return new HarvesterSettings(
        api.forOneRun(), kind, bounds, budget, prices, cadence, journal, true, repeats);
  }

  public HarvesterSettings skippingRepeats() {
    return new HarvesterSettings(
        api, kind, bounds, budget, prices, cadence, journal, once, Repeats.SKIPPED);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
