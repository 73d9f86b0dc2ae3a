package dev.influx.monitor;

import dev.influx.monitor.history.History;
import dev.influx.monitor.lag.Evidence;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.GroupLag.About;
import dev.influx.monitor.lag.GroupLag.Stale;
import dev.influx.monitor.lag.LagSettings;
import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import dev.influx.monitor.lag.PartitionLag;
import dev.influx.monitor.sampling.ClusterLook;
import dev.influx.monitor.sampling.GroupLook;
import dev.influx.monitor.sampling.Position;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Joins looks at a cluster into what is known of it. A group that was not seen keeps its figures,
 * and they are called stale; only one that the cluster does not have any more disappears.
 */
public final class LagBook {
  private static final String UNLISTED = "not every broker has listed its groups";

  private final LagSettings settings;
  private final Predicate<String> ofReplay;
  private final History history;
  private ClusterLag latest = ClusterLag.none();

  /**
   * @param ofReplay which groups a replay owns
   * @param history of an earlier process, or an empty one
   */
  public LagBook(LagSettings settings, Predicate<String> ofReplay, History history) {
    this.settings = settings;
    this.ofReplay = ofReplay;
    this.history = history;
  }

  History history() {
    return history;
  }

  public ClusterLag take(ClusterLook look) {
    Map<String, GroupLag> groups = new LinkedHashMap<>();
    look.groups().forEach(it -> groups.put(it.group(), read(it)));
    Instant before = latest.at().orElse(look.at());
    look.failed().forEach((name, why) -> groups.put(name, unseen(name, new Stale(before, why))));
    if (!look.complete()) {
      latest
          .groups()
          .forEach(
              it ->
                  groups.computeIfAbsent(
                      it.group(), name -> it.stale(new Stale(before, UNLISTED))));
    }
    // the history of an earlier process is judged by a complete look only
    if (look.complete()) {
      history.retain(groups.keySet());
    }
    latest =
        new ClusterLag(
            Optional.of(look.at()), List.copyOf(groups.values()), Optional.empty(), look.remarks());
    return latest;
  }

  /** A look that failed altogether. */
  public ClusterLag missed(Instant at, String why) {
    Stale stale = new Stale(latest.stale().map(Stale::since).orElse(latest.at().orElse(at)), why);
    List<GroupLag> groups = latest.groups().stream().map(it -> it.stale(stale)).toList();
    latest = new ClusterLag(latest.at(), groups, Optional.of(stale), List.of());
    return latest;
  }

  private GroupLag read(GroupLook look) {
    Set<Partition> partitions =
        look.positions().stream().map(Position::partition).collect(Collectors.toSet());
    history.retain(look.group(), partitions);
    List<PartitionLag> lags =
        look.positions().stream().map(it -> PartitionLag.of(evidence(look, it), settings)).toList();
    return GroupLag.of(about(look), lags);
  }

  private Evidence evidence(GroupLook group, Position position) {
    List<Look> looks = history.add(group.group(), position.partition(), position.look());
    return new Evidence(
        position.partition(),
        looks,
        position.firstUnread(),
        position.beyondTheLog(),
        about(group).size(),
        position.retention());
  }

  private About about(GroupLook look) {
    return new About(
        look.group(), look.kind(), look.state(), look.members(), ofReplay.test(look.group()));
  }

  private GroupLag unseen(String group, Stale stale) {
    return latest.groups().stream()
        .filter(it -> it.group().equals(group))
        .findFirst()
        .map(it -> it.stale(stale))
        .orElseGet(
            () ->
                GroupLag.unseen(
                    new About(group, "unknown", "unknown", Optional.empty(), ofReplay.test(group)),
                    stale));
  }
}
