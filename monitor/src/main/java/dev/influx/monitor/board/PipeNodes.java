package dev.influx.monitor.board;

import dev.influx.monitor.facts.DeadFacts;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.results.Results;
import dev.influx.runtime.Health;
import dev.influx.runtime.Restoration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The processes and topics of the pipe. */
final class PipeNodes {
  private static final Set<String> MOVING =
      Set.of(
          "preparing_rebalance",
          "completing_rebalance",
          "preparingrebalance",
          "completingrebalance",
          "assigning",
          "reconciling");
  private static final Set<String> NOBODY = Set.of("empty", "dead", "not_ready", "notready");

  private final BoardSettings settings;
  private final Moment now;

  PipeNodes(BoardSettings settings, Moment now) {
    this.settings = settings;
    this.now = now;
  }

  /** A process or a topic. */
  record Node(
      String id,
      String kind,
      String state,
      Optional<String> detail,
      OptionalLong records,
      OptionalInt instances,
      OptionalLong restoreRemainingRecords,
      Optional<Duration> restoreEtaSeconds) {}

  List<Node> all() {
    return List.of(
        harvester(),
        topic("raw", now.results().map(Results::raw)),
        process("scorer", settings.scorer()),
        topic("accepted", now.results().map(Results::accepted)),
        topic("rejected", now.results().map(Results::rejected)),
        topic("dead", now.facts().dead().map(DeadFacts::open)),
        sink());
  }

  /** It has no group: from outside nothing is known of it but what it writes. */
  private Node harvester() {
    Optional<Health> health = Optional.ofNullable(now.parts().get("harvester"));
    String state =
        health
            .map(PipeNodes::state)
            .orElseGet(
                () -> now.rates().map(it -> it.raw() > 0 ? "running" : "idle").orElse("unknown"));
    return process("harvester", state, health, OptionalInt.empty());
  }

  private Node process(String part, String group) {
    Optional<Health> health = Optional.ofNullable(now.parts().get(part));
    Optional<GroupLag> seen = now.group(group).filter(it -> it.stale().isEmpty());
    String state =
        health.map(PipeNodes::state).orElse(seen.map(PipeNodes::state).orElse("unknown"));
    OptionalInt members = seen.map(it -> it.about().size()).orElse(OptionalInt.empty());
    return process(part, state, health, members);
  }

  /** It chooses its partitions itself and is no member of its group: others cannot count it. */
  private Node sink() {
    Optional<Health> health = Optional.ofNullable(now.parts().get("sink"));
    Optional<GroupLag> seen = now.group(settings.sink()).filter(it -> it.stale().isEmpty());
    String state =
        health.map(PipeNodes::state).orElse(seen.map(PipeNodes::reader).orElse("unknown"));
    return process("sink", state, health, OptionalInt.empty());
  }

  /** How somebody is of whom nothing is seen but what was read. */
  private static String reader(GroupLag group) {
    return PipeEdges.readRate(group).orElse(0) > 0
        ? "running"
        : group.records().orElse(1) == 0 ? "idle" : "unknown";
  }

  private static Node process(
      String id, String state, Optional<Health> health, OptionalInt instances) {
    Optional<Restoration> restoration = health.flatMap(Health::restoration);
    return new Node(
        id,
        "process",
        state,
        detail(health),
        OptionalLong.empty(),
        instances,
        restoration.map(it -> OptionalLong.of(it.remainingRecords())).orElse(OptionalLong.empty()),
        restoration.flatMap(Restoration::eta));
  }

  private static Optional<String> detail(Optional<Health> health) {
    return health.filter(it -> it.state() != Health.State.READY).map(Health::reason);
  }

  private static String state(Health health) {
    return switch (health.state()) {
      case READY -> "running";
      case FAILED -> "stopped";
      case BUSY ->
          health.restoration().isPresent()
              ? "restoring"
              : health.reason().contains("rebalanc") ? "rebalancing" : "idle";
    };
  }

  private static String state(GroupLag group) {
    String state = group.about().state().replace(' ', '_');
    if (MOVING.contains(state)) {
      return "rebalancing";
    }
    boolean nobody = NOBODY.contains(state) || group.about().size().orElse(1) == 0;
    return nobody ? "stopped" : state.equals("stable") ? "running" : "unknown";
  }

  private static Node topic(String id, Optional<Long> records) {
    return new Node(
        id,
        "topic",
        records.isPresent() ? "ok" : "unknown",
        Optional.empty(),
        records.map(OptionalLong::of).orElse(OptionalLong.empty()),
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
