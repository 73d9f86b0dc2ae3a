package dev.influx.simulator;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the world says to a look-up. */
record FoundUsers(List<SimulatedUser> found, List<Missing> missing) {

  /** A user that cannot be shown. */
  record Missing(String key, boolean suspended) {}

  /**
   * Looks everybody up.
   *
   * @param draws of who is dropped, and of the order if it is not that of the request
   */
  static FoundUsers find(
      Lookup.Valid lookup, Population population, Instant time, Answering answering, Random draws) {
    List<SimulatedUser> found = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (String key : kept(lookup.keys(), answering, draws)) {
      Optional<? extends SimulatedUser> author = lookup.key().find(population, key, time);
      if (author.isPresent() && !author.get().suspended()) {
        found.add(author.get());
      } else {
        missing.add(new Missing(key, author.isPresent()));
      }
    }
    if (answering.shuffles()) {
      Collections.shuffle(found, draws);
    }
    return new FoundUsers(found, missing);
  }

  private static List<String> kept(List<String> keys, Answering answering, Random draws) {
    return answering.silentDropRate() == 0
        ? keys
        : keys.stream().filter(key -> draws.nextDouble() >= answering.silentDropRate()).toList();
  }
}
