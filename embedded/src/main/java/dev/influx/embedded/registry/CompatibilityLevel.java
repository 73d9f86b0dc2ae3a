package dev.influx.embedded.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which earlier versions of a subject a new schema must get on with, and in which direction. */
enum CompatibilityLevel {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean readsEarlier;
  private final boolean readByEarlier;
  private final boolean transitive;

  CompatibilityLevel(boolean readsEarlier, boolean readByEarlier, boolean transitive) {
    this.readsEarlier = readsEarlier;
    this.readByEarlier = readByEarlier;
    this.transitive = transitive;
  }

  static Optional<CompatibilityLevel> parse(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(level -> level.name().equals(upper)).findFirst();
  }

  /** The new schema must read what the earlier ones wrote. */
  boolean readsEarlier() {
    return readsEarlier;
  }

  /** The earlier schemas must read what the new one writes. */
  boolean readByEarlier() {
    return readByEarlier;
  }

  /** Of the versions in ascending order, those that count. */
  <T> List<T> relevant(List<T> versions) {
    return transitive || versions.isEmpty()
        ? versions
        : versions.subList(versions.size() - 1, versions.size());
  }
}
