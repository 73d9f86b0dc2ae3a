package dev.influx.monitor.metrics;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.LagMonitor;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagState;
import dev.influx.monitor.lag.PartitionLag;
import dev.influx.monitor.lag.TimeLag;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far all groups of a cluster are behind, for Prometheus: the names that exporters of lag have
 * used for years, and ours. Figures that are stale are left out.
 */
public final class ClusterMetrics implements MultiCollector {
  private static final double MILLIS = 1000;

  private final LagMonitor monitor;
  private final String cluster;

  /**
   * Of one cluster.
   *
   * @param cluster its name in the label {@code cluster_name}
   */
  public ClusterMetrics(LagMonitor monitor, String cluster) {
    this.monitor = monitor;
    this.cluster = cluster;
  }

  @Override
  public MetricSnapshots collect() {
    ClusterLag lag = monitor.latest();
    List<GroupLag> fresh = lag.groups().stream().filter(group -> group.stale().isEmpty()).toList();
    List<Optional<MetricSnapshot>> all = new ArrayList<>();
    all.addAll(ofPartitions(fresh));
    all.addAll(ofGroups(fresh));
    all.addAll(ofLogs(fresh));
    all.addAll(ours(fresh));
    all.add(states(lag.groups()));
    all.addAll(collector(lag));
    return new MetricSnapshots(all.stream().flatMap(Optional::stream).toList());
  }

  private List<Optional<MetricSnapshot>> ofPartitions(List<GroupLag> groups) {
    Family lag =
        new Family("kafka_consumergroup_group_lag", "Offsets that a group has yet to read");
    Family seconds =
        new Family(
            "kafka_consumergroup_group_lag_seconds",
            "For how long the first unread record has been waiting, at most");
    Family offset = new Family("kafka_consumergroup_group_offset", "Where a group goes on");
    for (GroupLag group : groups) {
      for (PartitionLag partition : group.partitions()) {
        Labels labels = labels(group, partition);
        lag.add(labels, partition.records());
        seconds.add(labels, partition.time().map(TimeLag::age));
        offset.add(labels, partition.look().committed());
      }
    }
    return List.of(lag.gauge(), seconds.gauge(), offset.gauge());
  }

  private List<Optional<MetricSnapshot>> ofGroups(List<GroupLag> groups) {
    Family max = new Family("kafka_consumergroup_group_max_lag", "Of the partition with most");
    Family seconds =
        new Family(
            "kafka_consumergroup_group_max_lag_seconds", "Of the partition that is longest behind");
    Family sum = new Family("kafka_consumergroup_group_sum_lag", "Of all partitions together");
    Family topics =
        new Family("kafka_consumergroup_group_topic_sum_lag", "Of all partitions of a topic");
    for (GroupLag group : groups) {
      Labels labels = Labels.of("cluster_name", cluster, "group", group.group());
      max.add(labels, group.maxRecords());
      seconds.add(labels, group.time().map(TimeLag::age));
      sum.add(labels, group.records());
      group.partitions().stream()
          .map(it -> it.partition().topic())
          .distinct()
          .forEach(topic -> topics.add(labels.add("topic", topic), group.reading(topic).records()));
    }
    return List.of(max.gauge(), seconds.gauge(), sum.gauge(), topics.gauge());
  }

  /** Of every log once, however many read it. */
  private List<Optional<MetricSnapshot>> ofLogs(List<GroupLag> groups) {
    Family latest = new Family("kafka_partition_latest_offset", "Where the next record will stand");
    Family earliest =
        new Family("kafka_partition_earliest_offset", "Where the first record stands");
    Map<Labels, PartitionLag> logs =
        groups.stream()
            .flatMap(group -> group.partitions().stream())
            .collect(Collectors.toMap(this::log, it -> it, (a, b) -> b, TreeMap::new));
    logs.forEach(
        (labels, partition) -> {
          latest.add(labels, OptionalLong.of(partition.look().end()));
          earliest.add(labels, OptionalLong.of(partition.look().start()));
        });
    return List.of(latest.gauge(), earliest.gauge());
  }

  private Labels log(PartitionLag partition) {
    return Labels.of(
        "cluster_name",
        cluster,
        "topic",
        partition.partition().topic(),
        "partition",
        Integer.toString(partition.partition().number()));
  }

  private Labels labels(GroupLag group, PartitionLag partition) {
    return log(partition).add("group", group.group());
  }

  private static List<Optional<MetricSnapshot>> ours(List<GroupLag> groups) {
    Family velocity =
        new Family("influx_lag_velocity_records_per_second", "By how much a group falls behind");
    Family catchUp = new Family("influx_lag_catch_up_seconds", "Until a group has read everything");
    Family source = new Family("influx_lag_time_source", "How the time lag of a group is known");
    Family age = new Family("influx_commit_age_seconds", "Since a group that is behind has moved");
    Family margin =
        new Family(
            "influx_retention_margin_seconds", "Until a group may lose what it has not read");
    Family lost =
        new Family("influx_records_lost", "Offsets that were deleted before a group came to them");
    for (GroupLag group : groups) {
      Labels labels = Labels.of("group", group.group());
      velocity.add(labels, group.velocity());
      catchUp.add(labels, group.catchUp());
      group.time().ifPresent(it -> source.add(labels.add("source", it.source().code()), 1));
      age.add(labels, group.commitAge());
      margin.add(labels, group.retentionMargin());
      lost.add(labels, group.lost());
    }
    return List.of(
        velocity.gauge(),
        catchUp.gauge(),
        source.gauge(),
        age.gauge(),
        margin.gauge(),
        lost.counter());
  }

  /** One for each state, of which one is 1: whoever stalls is seen where nothing else can be. */
  private static Optional<MetricSnapshot> states(List<GroupLag> groups) {
    Family states = new Family("influx_lag_status", "Whether a group is in a state");
    for (GroupLag group : groups) {
      for (LagState state : LagState.values()) {
        Labels labels = Labels.of("group", group.group(), "state", state.code());
        states.add(labels, group.state() == state ? 1 : 0);
      }
    }
    return states.gauge();
  }

  private static List<Optional<MetricSnapshot>> collector(ClusterLag lag) {
    Family up = new Family("influx_collector_up", "Whether the last look at the cluster succeeded");
    up.add(Labels.EMPTY, lag.at().isPresent() && lag.stale().isEmpty() ? 1 : 0);
    Family last =
        new Family(
            "influx_collector_last_success_timestamp_seconds", "When the cluster was seen last");
    lag.at().ifPresent(it -> last.add(Labels.EMPTY, it.toEpochMilli() / MILLIS));
    return List.of(up.gauge(), last.gauge());
  }
}
