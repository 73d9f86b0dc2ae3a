package dev.influx.harvester;

import dev.influx.harvester.plan.Assignment;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Unasked;
import dev.influx.runtime.StageLatency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
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

  private final Assignment assignment;
  private final Standing standing;
  private final Map<Ending, Counter> counters = new EnumMap<>(Ending.class);
  private final InstantSource clock;
  private final StageLatency latency;
  private boolean warned;

  Ledger(Assignment assignment, Standing standing, InstantSource clock, MeterRegistry meters) {
    this.assignment = assignment;
    this.standing = standing;
    this.clock = clock;
    this.latency = new StageLatency(meters, "harvest_to_raw");
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

  /** Enters what came of a batch. */
  void enter(Settlement settlement) {
    standing.count(settlement);
    for (Settled settled : settlement.settled()) {
      counters.get(settled.ending()).increment();
      assignment.settle(settled);
      settled
          .sighting()
          .ifPresent(seen -> latency.record(Duration.between(settled.at(), clock.instant())));
    }
    warnOfMissingFields(settlement.settled());
    if (!settlement.unasked().isEmpty()) {
      LOG.warn(
          "not published, as nobody had asked for them: {}; they are dead letters",
          settlement.unasked().stream().map(Unasked::name).toList());
    }
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
