package dev.influx.monitor.board;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.facts.SnapshotFacts;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.results.Rates;
import dev.influx.monitor.results.Results;
import dev.influx.monitor.results.ScoreSpread;
import dev.influx.runtime.Health;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** All that is known at one moment. */
public record Moment(
    Instant at, ClusterLag lag, Optional<Results> results, Facts facts, Map<String, Health> parts) {

  public Optional<GroupLag> group(String name) {
    return lag.groups().stream().filter(it -> it.group().equals(name)).findFirst();
  }

  public Optional<Rates> rates() {
    return results.flatMap(Results::rates);
  }

  /** How stable the scores are since the last snapshot; the smaller, the more. */
  public OptionalDouble driftFromSnapshot() {
    Optional<ScoreSpread> live = results.flatMap(Results::scores);
    Optional<ScoreSpread> snapshot = facts.currentSnapshot().flatMap(SnapshotFacts::spread);
    return live.isPresent() && snapshot.isPresent()
        ? live.get().stability(snapshot.get())
        : OptionalDouble.empty();
  }
}
