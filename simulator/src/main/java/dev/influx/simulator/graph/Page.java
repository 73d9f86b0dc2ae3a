package dev.influx.simulator.graph;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of something long.
 *
 * @param next where the next part begins, if there is more
 */
public record Page<T>(List<T> items, OptionalLong next) {
  public Page {
    items = List.copyOf(items);
  }
}
