package dev.influx.monitor.board;

import dev.influx.monitor.facts.DeadFacts;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagState;
import dev.influx.monitor.lag.PartitionLag;
import dev.influx.monitor.lag.TimeLag;
import dev.influx.monitor.results.Rates;
import dev.influx.monitor.results.Results;
import dev.influx.runtime.Health;
import dev.influx.runtime.Restoration;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The pipe as it is drawn: seven nodes, and what flows between them. */
final class PipeSection {
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

  PipeSection(BoardSettings settings, Moment now) {
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

  /** What flows from one node to another. */
  record Edge(
      String id,
      String from,
      String to,
      String topic,
      Optional<String> group,
      String state,
      Optional<String> reason,
      OptionalDouble recordsPerSecond,
      Optional<Duration> timeSeconds,
      Optional<String> timeSource,
      OptionalLong records,
      Optional<Duration> catchUpSeconds) {}

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nodes", nodes());
    json.put("edges", edges());
    return json;
  }

  private List<Node> nodes() {
    return List.of(
        harvester(),
        topic("raw", now.results().map(Results::raw)),
        process("scorer", settings.scorer()),
        topic("accepted", now.results().map(Results::accepted)),
        topic("rejected", now.results().map(Results::rejected)),
        topic("dead", now.facts().dead().map(DeadFacts::open)),
        sink());
  }

  List<Edge> edges() {
    return List.of(
        flow("harvester", "raw", settings.topics().raw(), Rates::raw),
        reading("raw", "scorer", settings.topics().raw(), settings.scorer()),
        flow("scorer", "accepted", settings.topics().accepted(), Rates::accepted),
        flow("scorer", "rejected", settings.topics().rejected(), Rates::rejected),
        dead(),
        reading("accepted", "sink", settings.topics().accepted(), settings.sink()));
  }

  /** It has no group: from outside nothing is known of it but what it writes. */
  private Node harvester() {
    Optional<Health> health = Optional.ofNullable(now.parts().get("harvester"));
    String state =
        health
            .map(PipeSection::state)
            .orElseGet(
                () -> now.rates().map(it -> it.raw() > 0 ? "running" : "idle").orElse("unknown"));
    return process("harvester", state, health, OptionalInt.empty());
  }

  private Node process(String part, String group) {
    Optional<Health> health = Optional.ofNullable(now.parts().get(part));
    Optional<GroupLag> seen = now.group(group).filter(it -> it.stale().isEmpty());
    String state =
        health.map(PipeSection::state).orElse(seen.map(PipeSection::state).orElse("unknown"));
    OptionalInt members = seen.map(it -> it.about().size()).orElse(OptionalInt.empty());
    return process(part, state, health, members);
  }

  /** It chooses its partitions itself and is no member of its group: others cannot count it. */
  private Node sink() {
    Optional<Health> health = Optional.ofNullable(now.parts().get("sink"));
    Optional<GroupLag> seen = now.group(settings.sink()).filter(it -> it.stale().isEmpty());
    String state =
        health.map(PipeSection::state).orElse(seen.map(PipeSection::reader).orElse("unknown"));
    return process("sink", state, health, OptionalInt.empty());
  }

  /** How somebody is of whom nothing is seen but what was read. */
  private static String reader(GroupLag group) {
    return rate(group).orElse(0) > 0
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

  private Edge flow(String from, String to, String topic, ToDoubleFunction<Rates> rate) {
    Optional<Double> perSecond = now.rates().map(rate::applyAsDouble);
    String state = perSecond.map(it -> it > 0 ? "ok" : "idle").orElse("unknown");
    Optional<String> reason =
        state.equals("idle")
            ? now.rates().map(it -> "nothing came for " + it.window().toSeconds() + " s")
            : Optional.empty();
    return edge(from, to, topic, state, reason, perSecond);
  }

  private Edge dead() {
    Edge flow = flow("scorer", "dead", settings.topics().dead(), Rates::letters);
    return flow.state().equals("ok")
        ? edge(
            "scorer",
            "dead",
            flow.topic(),
            LagState.WARN.code(),
            Optional.of("dead letters come in"),
            now.rates().map(Rates::letters))
        : flow;
  }

  private static Edge edge(
      String from,
      String to,
      String topic,
      String state,
      Optional<String> reason,
      Optional<Double> rate) {
    return new Edge(
        from + "-" + to,
        from,
        to,
        topic,
        Optional.empty(),
        state,
        reason,
        rate.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private Edge reading(String from, String to, String topic, String group) {
    GroupLag seen = now.group(group).map(all -> all.reading(topic)).orElseGet(() -> unknown(group));
    Optional<TimeLag> time = seen.time();
    return new Edge(
        from + "-" + to,
        from,
        to,
        topic,
        Optional.of(group),
        seen.state().code(),
        Optional.of(seen.verdict().reason()),
        rate(seen),
        time.map(TimeLag::age),
        time.map(it -> it.source().code()),
        seen.records(),
        seen.catchUp());
  }

  /** Somebody who never read is no group yet. */
  private GroupLag unknown(String group) {
    String why = now.lag().at().isPresent() ? "there is no such group" : "has not looked yet";
    return GroupLag.unseen(
        new GroupLag.About(group, "unknown", "unknown", Optional.empty(), false),
        new GroupLag.Stale(now.lag().at().orElse(now.at()), why));
  }

  /** What is read in a second; what is written is known from what is not read and this. */
  private static OptionalDouble rate(GroupLag group) {
    List<OptionalDouble> rates =
        group.partitions().stream()
            .map(PartitionLag::readRate)
            .filter(OptionalDouble::isPresent)
            .toList();
    return rates.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(rates.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
  }

  /** The worst of those that somebody reads by. */
  static Edge worst(List<Edge> edges) {
    return edges.stream()
        .filter(it -> it.group().isPresent())
        .max(
            Comparator.comparing(
                (Edge it) -> LagState.valueOf(it.state().toUpperCase(Locale.ROOT))))
        .orElseThrow();
  }
}
