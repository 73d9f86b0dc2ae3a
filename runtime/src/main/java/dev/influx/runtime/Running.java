package dev.influx.runtime;

/** A part that was started: it has a name, a state that health checks read, and one way to stop. */
public interface Running extends AutoCloseable {

  /** One word, such as {@code scorer}. */
  String name();

  /** Whether the part does its work at this moment. */
  Health health();

  /**
   * Stops in order: takes nothing new, finishes and stores what was begun, lets go. Never throws.
   */
  @Override
  void close();
}
