package dev.influx.monitor.sampling;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of a group.
 *
 * @param kind {@code classic}, {@code consumer} or {@code streams}
 * @param state in the words of the cluster
 * @param members their ids; empty if nobody can tell
 */
public record GroupLook(
    String group,
    String kind,
    String state,
    Optional<Set<String>> members,
    List<Position> positions) {

  public GroupLook {
    members = members.map(Set::copyOf);
    positions = List.copyOf(positions);
  }
}
