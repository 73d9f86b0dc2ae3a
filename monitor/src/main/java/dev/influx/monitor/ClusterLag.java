package dev.influx.monitor;

import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.GroupLag.Stale;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far all groups of a cluster are behind.
 *
 * @param at of the last look that succeeded; empty if none did
 * @param groups by name
 * @param stale set if the last look failed altogether
 * @param remarks what the last look was not told, in words
 */
public record ClusterLag(
    Optional<Instant> at, List<GroupLag> groups, Optional<Stale> stale, List<String> remarks) {

  public ClusterLag {
    groups = groups.stream().sorted(Comparator.comparing(GroupLag::group)).toList();
    remarks = List.copyOf(remarks);
  }

  /** Before the first look. */
  static ClusterLag none() {
    return new ClusterLag(Optional.empty(), List.of(), Optional.empty(), List.of());
  }
}
