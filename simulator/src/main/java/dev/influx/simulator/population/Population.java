package dev.influx.simulator.population;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everybody the simulator knows. A look-up finds nobody where X would deny that there is such a
 * user; suspended users are found, and say that they are.
 */
public interface Population {

  /** Before this, nothing moves. */
  Instant START = Instant.parse("2025-01-01T00:00:00Z");

  /** How many there are from the start; users that come later have places of their own. */
  int size();

  /** The user with a handle at that time, whatever its case. */
  Optional<? extends SimulatedUser> byHandle(String handle, Instant time);

  /** The user with an id, which is written in one way only. */
  Optional<? extends SimulatedUser> byId(String id, Instant time);

  /** The user with a place from 0 up to, but without, the size; nobody if it is gone. */
  Optional<? extends SimulatedUser> at(int index, Instant time);

  /** What a user follows and is followed by depends on, for a place below the size. */
  Outline outline(int index);

  /** When a user wrote a post; the first has the number 1. */
  Instant postedAt(int index, long number);

  /** The handles that the population offers to be looked at, as they are at the start. */
  Stream<SimulatedSeed> seeds();

  /** Of everybody who ever is there, also of those who come later or are gone. */
  Stream<Truth> truth();

  /** Of one user, also if it is gone or still to come. */
  Optional<Truth> truth(String id);

  /**
   * The lasting parts of a user.
   *
   * @param domain the field of work, or empty if nobody knows
   */
  record Outline(String domain, long followers, long following) {}
}
