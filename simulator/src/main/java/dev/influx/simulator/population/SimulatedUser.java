package dev.influx.simulator.population;

import java.util.List;
import java.util.Optional;

/** A user as it is at one moment, as far as an endpoint decides by it. */
public interface SimulatedUser {

  /** The place in the population. */
  int index();

  String id();

  /** In the user's own spelling. */
  String handle();

  Standing standing();

  /** Codes of the countries where the user is not shown; mostly none. */
  List<String> withheldIn();

  /** How many posts the user has written so far. */
  long postCount();

  Optional<String> pinnedPostId();

  /** X shows nothing of the user. */
  default boolean suspended() {
    return standing() == Standing.SUSPENDED;
  }

  /** Only followers may read the posts. */
  default boolean protectedAccount() {
    return standing() == Standing.PROTECTED;
  }
}
