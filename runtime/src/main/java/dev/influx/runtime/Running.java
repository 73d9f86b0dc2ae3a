package dev.influx.runtime;

import java.util.Optional;

/** A part that was started: it has a name, a state that health checks read, and one way to stop. */
public interface Running extends AutoCloseable {

  /** One word, such as {@code scorer}. */
  String name();

  /** Whether the part does its work at this moment. */
  Health health();

  /** What a person is told, if the part has failed and can say it. */
  default Optional<Explained> failure() {
    return Optional.empty();
  }

  /**
   * Stops in order: takes nothing new, finishes and stores what was begun, lets go. Never throws.
   */
  @Override
  void close();
}
