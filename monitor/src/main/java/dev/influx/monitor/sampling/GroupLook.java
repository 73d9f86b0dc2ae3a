package dev.influx.monitor.sampling;

import java.util.List;
import java.util.OptionalInt;

/**
 * What was seen of a group.
 *
 * @param kind {@code classic}, {@code consumer} or {@code streams}
 * @param state in the words of the cluster
 * @param members empty if nobody can tell
 */
public record GroupLook(
    String group, String kind, String state, OptionalInt members, List<Position> positions) {

  public GroupLook {
    positions = List.copyOf(positions);
  }
}
