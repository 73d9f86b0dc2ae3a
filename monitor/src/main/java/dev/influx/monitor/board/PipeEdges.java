package dev.influx.monitor.board;

import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagState;
import dev.influx.monitor.lag.PartitionLag;
import dev.influx.monitor.lag.TimeLag;
import dev.influx.monitor.results.Rates;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** What flows between the processes and topics of the pipe. */
final class PipeEdges {
  private final BoardSettings settings;
  private final Moment now;

  PipeEdges(BoardSettings settings, Moment now) {
    this.settings = settings;
    this.now = now;
  }

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

  List<Edge> all() {
    return List.of(
        flow("harvester", "raw", settings.topics().raw(), Rates::raw),
        reading("raw", "scorer", settings.topics().raw(), settings.scorer()),
        flow("scorer", "accepted", settings.topics().accepted(), Rates::accepted),
        flow("scorer", "rejected", settings.topics().rejected(), Rates::rejected),
        dead(),
        reading("accepted", "sink", settings.topics().accepted(), settings.sink()));
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
        readRate(seen),
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
  static OptionalDouble readRate(GroupLag group) {
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
