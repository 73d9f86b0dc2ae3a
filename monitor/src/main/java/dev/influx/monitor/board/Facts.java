package dev.influx.monitor.board;

import dev.influx.monitor.facts.DeadFacts;
import dev.influx.monitor.facts.PolicyFacts;
import dev.influx.monitor.facts.ReplayFacts;
import dev.influx.monitor.facts.SnapshotFacts;
import dev.influx.runtime.conservation.Conservation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What others know, as far as they could tell.
 *
 * @param remarks why something is missing or old, by its name
 */
public record Facts(
    Optional<PolicyFacts> policy,
    Optional<List<ReplayFacts>> replays,
    Optional<List<SnapshotFacts>> snapshots,
    Optional<DeadFacts> dead,
    Optional<Conservation> conservation,
    Map<String, String> remarks) {

  public Facts {
    remarks = Map.copyOf(remarks);
  }

  /** Before anybody was asked. */
  public static Facts none() {
    return new Facts(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** The snapshot that is published now. */
  public Optional<SnapshotFacts> currentSnapshot() {
    return snapshots.flatMap(all -> all.stream().filter(SnapshotFacts::current).findFirst());
  }

  /** The newest replay that somebody still has to do with. */
  Optional<ReplayFacts> replayWithScores() {
    return replays.flatMap(all -> all.stream().filter(it -> it.spread().isPresent()).findFirst());
  }
}
