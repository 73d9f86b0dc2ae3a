package dev.influx.sink.snapshot;

import java.util.List;
import java.util.Optional;

/** Values in order, asked for their percentiles: always one of the values, none is made up. */
record Percentiles<T>(List<T> ordered) {
  private static final double WHOLE = 100;

  /** The nearest rank: the first value that is not before {@code percent} % of all. */
  Optional<T> at(int percent) {
    int rank = Math.max(1, (int) Math.ceil(ordered.size() * percent / WHOLE));
    return ordered.isEmpty() ? Optional.empty() : Optional.of(ordered.get(rank - 1));
  }
}
