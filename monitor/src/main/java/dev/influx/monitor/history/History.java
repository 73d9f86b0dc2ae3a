package dev.influx.monitor.history;

import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen of every group in every partition. */
public final class History {
  private final Map<String, Map<Partition, Track>> groups = new HashMap<>();

  /** Notes a look, and returns all there are of that group and partition, the oldest first. */
  public synchronized List<Look> add(String group, Partition partition, Look look) {
    Track track =
        groups
            .computeIfAbsent(group, it -> new HashMap<>())
            .computeIfAbsent(partition, it -> new Track());
    track.add(look);
    return track.looks();
  }

  /** Forgets the groups that are gone. */
  public synchronized void retain(Set<String> names) {
    groups.keySet().retainAll(names);
  }

  /** Forgets what a group reads no more. */
  public synchronized void retain(String group, Set<Partition> partitions) {
    groups.computeIfPresent(
        group,
        (name, tracks) -> {
          tracks.keySet().retainAll(partitions);
          return tracks;
        });
  }

  /** All looks of a group at one moment together, by group and moment. */
  public synchronized Map<String, Map<Instant, List<Look>>> past() {
    Map<String, Map<Instant, List<Look>>> past = new HashMap<>();
    kept()
        .forEach(
            kept -> {
              Map<Instant, List<Look>> moments =
                  past.computeIfAbsent(kept.group(), it -> new TreeMap<>());
              kept.looks()
                  .forEach(it -> moments.computeIfAbsent(it.at(), at -> new ArrayList<>()).add(it));
            });
    return past;
  }

  Stream<Kept> kept() {
    return groups.entrySet().stream()
        .flatMap(
            group ->
                group.getValue().entrySet().stream()
                    .map(it -> new Kept(group.getKey(), it.getKey(), it.getValue().looks())));
  }

  /** By name, for whoever compares. */
  Map<String, List<Look>> byName() {
    return kept().collect(Collectors.toMap(it -> it.group() + " " + it.partition(), Kept::looks));
  }

  /** One group in one partition. */
  record Kept(String group, Partition partition, List<Look> looks) {}
}
