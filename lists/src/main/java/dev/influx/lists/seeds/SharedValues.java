package dev.influx.lists.seeds;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives equal values one instance. The seeds of a long list mostly have the same few evidences and
 * times: without this, a million of them would take twice the memory.
 */
final class SharedValues<T> {

  /** A list where every value differs must not be held twice. */
  private static final int CAPACITY = 1_024;

  private final Map<T, T> known = new HashMap<>();

  T shared(T value) {
    T first = known.get(value);
    if (first == null && known.size() < CAPACITY) {
      known.put(value, value);
    }
    return first == null ? value : first;
  }
}
