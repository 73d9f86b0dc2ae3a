package dev.influx.monitor.board;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.Objectives.Finding;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.GroupLag.Stale;
import dev.influx.monitor.lag.PartitionLag;
import dev.influx.monitor.lag.TimeLag;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Lag as programs read it: every key is always there, and what is not known is null. */
public final class LagJson {
  private static final double MILLIS = 1000;

  private LagJson() {}

  public static Map<String, Object> of(ClusterLag lag) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", lag.at().map(Instant::toString).orElse(null));
    json.put("stale", stale(lag.stale()));
    json.put("remarks", lag.remarks());
    json.put("groups", lag.groups().stream().map(LagJson::group).toList());
    return json;
  }

  /**
   * What a check found.
   *
   * @param leftOut rules that could not be applied, and why
   */
  public static Map<String, Object> of(List<Finding> findings, Map<String, String> leftOut) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("findings", findings.stream().map(LagJson::finding).toList());
    json.put("left_out", leftOut);
    return json;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", finding.rule());
    json.put("group", finding.group().orElse(null));
    json.put("what", finding.what());
    return json;
  }

  /** A group with its partitions. */
  static Map<String, Object> group(GroupLag group) {
    Map<String, Object> json = summary(group);
    json.put("partitions", group.partitions().stream().map(LagJson::partition).toList());
    return json;
  }

  /** A group without them. */
  static Map<String, Object> summary(GroupLag group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("group", group.group());
    json.put("kind", group.about().kind());
    json.put("cluster_state", group.about().state());
    json.put("members", number(group.about().size()));
    json.put("replay", group.about().replay());
    json.put("state", group.state().code());
    json.put("reason", group.verdict().reason());
    json.put("records", number(group.records()));
    json.put("max_records", number(group.maxRecords()));
    putTime(json, group.time());
    json.put("velocity_records_per_second", number(group.velocity()));
    json.put("catch_up_seconds", seconds(group.catchUp()));
    json.put("commit_age_seconds", seconds(group.commitAge()));
    json.put("retention_margin_seconds", seconds(group.retentionMargin()));
    json.put("lost_records", number(group.lost()));
    json.put("stale", stale(group.stale()));
    return json;
  }

  private static Map<String, Object> partition(PartitionLag partition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", partition.partition().topic());
    json.put("partition", partition.partition().number());
    json.put("state", partition.state().code());
    json.put("reason", partition.verdict().reason());
    json.put("start", partition.look().start());
    json.put("committed", number(partition.look().committed()));
    json.put("end", partition.look().end());
    json.put("records", number(partition.records()));
    putTime(json, partition.time());
    json.put("velocity_records_per_second", number(partition.velocity()));
    json.put("catch_up_seconds", seconds(partition.catchUp()));
    json.put("commit_age_seconds", seconds(partition.commitAge()));
    json.put("retention_margin_seconds", seconds(partition.retentionMargin()));
    json.put(
        "lost_records", partition.look().committed().isEmpty() ? null : partition.look().lost());
    return json;
  }

  private static void putTime(Map<String, Object> json, Optional<TimeLag> time) {
    json.put("time_seconds", seconds(time.map(TimeLag::age)));
    json.put("time_source", time.map(it -> it.source().code()).orElse(null));
  }

  static Object stale(Optional<Stale> stale) {
    return stale.map(LagJson::since).orElse(null);
  }

  private static Map<String, Object> since(Stale stale) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("since", stale.since().toString());
    json.put("why", stale.why());
    return json;
  }

  private static Object seconds(Optional<Duration> time) {
    return time.map(it -> it.toMillis() / MILLIS).orElse(null);
  }

  private static Object number(OptionalLong number) {
    return number.isEmpty() ? null : number.getAsLong();
  }

  private static Object number(OptionalInt number) {
    return number.isEmpty() ? null : number.getAsInt();
  }

  private static Object number(OptionalDouble number) {
    return number.isEmpty() ? null : number.getAsDouble();
  }
}
