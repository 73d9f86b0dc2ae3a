package dev.influx.lists.rules;

import java.util.List;

/**
 * Names that parents give to children.
 *
 * @param names folded
 */
public record GivenNames(String id, String description, List<String> names) {
  public GivenNames {
    names = List.copyOf(names);
  }
}
