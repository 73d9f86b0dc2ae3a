package dev.influx.harvester;

import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Roster;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters what is settled and published: for the next round, for those who watch, and for the
 * metrics. Belongs to the harvester's own thread.
 */
final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final Duration PARKED = Duration.ofMinutes(1);

  private final Roster roster;
  private final Standing standing;
  private final Duration refresh;
  private final Map<Ending, Counter> counters = new EnumMap<>(Ending.class);
  private final List<Settled> parked = new ArrayList<>();
  private boolean warned;

  Ledger(Roster roster, Standing standing, Duration refresh, MeterRegistry meters) {
    this.roster = roster;
    this.standing = standing;
    this.refresh = refresh;
    for (Ending ending : Ending.values()) {
      counters.put(ending, counter(meters, ending));
    }
  }

  private static Counter counter(MeterRegistry meters, Ending ending) {
    return Counter.builder("influx.records")
        .description("Records by stage and what became of them")
        .tag("stage", "harvest")
        .tag("outcome", ending.code())
        .register(meters);
  }

  /**
   * Enters a settlement.
   *
   * @param roundBegan on the steady clock; the next regular round is counted from there
   */
  void enter(Settlement settlement, long roundBegan) {
    for (Settled settled : settlement.settled()) {
      standing.count(settled);
      counters.get(settled.ending()).increment();
      if (settled.ending() == Ending.UNAVAILABLE) {
        parked.add(settled);
      } else {
        roster.settle(settled, roundBegan + refresh.toNanos());
      }
    }
    warnOfMissingFields(settlement.settled());
    if (!settlement.unasked().isEmpty()) {
      LOG.warn("not published, as nobody had asked for them: {}", settlement.unasked());
    }
  }

  /** Who could not be told of comes back soon, not only with the next regular round. */
  void endRound(long now) {
    long soon = now + Math.min(PARKED.toNanos(), refresh.toNanos());
    parked.forEach(settled -> roster.settle(settled, soon));
    parked.clear();
  }

  /** X drops fields that it does not know by that name without a word. */
  private void warnOfMissingFields(List<Settled> settled) {
    List<Settled> found = settled.stream().filter(each -> each.sighting().isPresent()).toList();
    if (!warned && !found.isEmpty() && found.stream().noneMatch(Ledger::hasMetrics)) {
      warned = true;
      LOG.warn(
          "X answers without public_metrics, though they were asked for;"
              + " perhaps it speaks the other dialect");
    }
  }

  private static boolean hasMetrics(Settled settled) {
    return settled
        .sighting()
        .filter(sighting -> sighting.profile().getFollowersCount() != null)
        .isPresent();
  }
}
