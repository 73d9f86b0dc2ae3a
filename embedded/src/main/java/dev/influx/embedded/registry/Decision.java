package dev.influx.embedded.registry;

import java.util.Optional;

/** What to answer to a request, and what to change in the catalogue before, if anything. */
record Decision<T>(T answer, Optional<Change> change) {
  static <T> Decision<T> keep(T answer) {
    return new Decision<>(answer, Optional.empty());
  }

  static <T> Decision<T> change(T answer, Change change) {
    return new Decision<>(answer, Optional.of(change));
  }
}
