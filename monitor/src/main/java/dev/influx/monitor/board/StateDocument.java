package dev.influx.monitor.board;

import dev.influx.monitor.facts.ReplayFacts;
import dev.influx.monitor.facts.SnapshotFacts;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagState;
import dev.influx.monitor.lag.TimeLag;
import dev.influx.monitor.results.Rates;
import dev.influx.monitor.results.Results;
import dev.influx.monitor.results.ScoreSpread;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Everything small that the page shows, as one document; what nobody knows is null. */
final class StateDocument {
  private static final int SPARK_SECONDS = 1_800;
  private static final int SPARK_STEP = 60;

  private final BoardSettings settings;
  private final LagSeries series;
  private final Moment now;
  private final Map<String, String> remarks;

  StateDocument(BoardSettings settings, LagSeries series, Moment now, Map<String, String> remarks) {
    this.settings = settings;
    this.series = series;
    this.now = now;
    this.remarks = new TreeMap<>(now.facts().remarks());
    this.remarks.putAll(remarks);
  }

  /**
   * The document.
   *
   * @param collector how the monitor itself is
   */
  Map<String, Object> compose(Map<String, Object> collector) {
    List<PipeEdges.Edge> edges = new PipeEdges(settings, now).all();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", now.at());
    json.put("stale", LagJson.stale(now.lag().stale()));
    json.put("remarks", remarks);
    json.put("version", settings.version());
    json.put("cluster", cluster());
    json.put("headline", headline(PipeEdges.worst(edges)));
    json.put("pipe", pipe(edges));
    json.put("groups", now.lag().groups().stream().map(this::group).toList());
    json.put("rates", now.results().map(this::rates));
    json.put("scores", scores());
    json.put("policy", now.facts().policy());
    json.put("replays", now.facts().replays().map(all -> all.stream().map(Shown::of).toList()));
    json.put("snapshots", now.facts().snapshots().map(all -> all.stream().map(Shown::of).toList()));
    json.put("dead", now.facts().dead().map(it -> Shown.of(it, now.rates())));
    json.put("conservation", now.facts().conservation().map(Shown::of));
    json.put("collector", collector);
    json.put("actions_allowed", settings.hasActions());
    return json;
  }

  private Map<String, Object> cluster() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", settings.cluster());
    return json;
  }

  private Map<String, Object> pipe(List<PipeEdges.Edge> edges) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nodes", new PipeNodes(settings, now).all());
    json.put("edges", edges);
    return json;
  }

  private Map<String, Object> headline(PipeEdges.Edge worst) {
    Optional<GroupLag> scorer =
        now.group(settings.scorer()).map(it -> it.reading(settings.topics().raw()));
    Optional<Duration> oldest = scorer.flatMap(GroupLag::time).map(TimeLag::age);
    Optional<Duration> published =
        now.group(settings.sink())
            .map(it -> it.reading(settings.topics().accepted()))
            .flatMap(GroupLag::time)
            .map(TimeLag::age);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", worst.state());
    json.put(
        "reason",
        worst.state().equals(LagState.OK.code())
            ? null
            : worst.to() + ": " + worst.reason().orElse("unknown"));
    json.put("behind_seconds", oldest.flatMap(it -> published.map(it::plus)));
    json.put("oldest_waiting_seconds", oldest);
    json.put("profiles_waiting", scorer.map(GroupLag::records));
    json.put("snapshot_age_seconds", now.facts().currentSnapshot().map(it -> age(it.createdAt())));
    return json;
  }

  private Duration age(Instant time) {
    Duration age = Duration.between(time, now.at());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private Map<String, Object> group(GroupLag group) {
    Map<String, Object> json = LagJson.summary(group);
    json.put(
        "topics",
        group.partitions().stream().map(it -> it.partition().topic()).distinct().sorted().toList());
    Map<String, Object> spark = new LinkedHashMap<>();
    spark.put("step_seconds", SPARK_STEP);
    spark.put("time_seconds", sparkline(group.group()));
    json.put("sparkline", spark);
    return json;
  }

  private List<OptionalDouble> sparkline(String group) {
    return series.lastMinutes(group, SPARK_SECONDS / SPARK_STEP);
  }

  private Map<String, Object> rates(Results results) {
    Optional<Rates> rates = results.rates();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("window_seconds", rates.map(Rates::window));
    json.put("accepted_per_second", rates.map(Rates::accepted));
    json.put("rejected_per_second", rates.map(Rates::rejected));
    json.put("dead_per_second", rates.map(Rates::letters));
    json.put("accepted_records", results.accepted());
    json.put("rejected_records", results.rejected());
    json.put("history", history(rates.map(Rates::past).orElse(List.of())));
    json.put("codes", codes(results));
    return json;
  }

  private static Map<String, Object> history(List<Rates.Past> past) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", past.stream().map(it -> it.at().getEpochSecond()).toList());
    json.put("accepted", past.stream().map(Rates.Past::accepted).toList());
    json.put("rejected", past.stream().map(Rates.Past::rejected).toList());
    return json;
  }

  private static List<Map<String, Object>> codes(Results results) {
    return results.codes().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(code -> code(code.getKey(), code.getValue(), results.rates()))
        .toList();
  }

  private static Map<String, Object> code(String code, long records, Optional<Rates> rates) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("records", records);
    json.put("records_per_second", rates.map(it -> it.codes().getOrDefault(code, 0.0)));
    return json;
  }

  private Map<String, Object> scores() {
    Optional<ScoreSpread> live = now.results().flatMap(Results::scores);
    Optional<ScoreSpread> snapshot = now.facts().currentSnapshot().flatMap(SnapshotFacts::spread);
    Optional<ScoreSpread> replay = now.facts().replayWithScores().flatMap(ReplayFacts::spread);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("live", live);
    json.put("snapshot", snapshot);
    json.put("replay", replay);
    json.put("psi_snapshot", stability(live, snapshot));
    json.put("psi_replay", stability(live, replay));
    return json;
  }

  private static OptionalDouble stability(Optional<ScoreSpread> one, Optional<ScoreSpread> other) {
    return one.isPresent() && other.isPresent()
        ? one.get().stability(other.get())
        : OptionalDouble.empty();
  }
}
