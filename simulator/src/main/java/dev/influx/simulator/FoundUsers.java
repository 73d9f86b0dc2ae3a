package dev.influx.simulator;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the world says to a look-up. */
record FoundUsers(List<SimulatedUser> found, List<Missing> missing) {

  /** A user that cannot be shown. */
  record Missing(String key, boolean suspended) {}

  static FoundUsers find(Lookup.Valid lookup, Population population, Instant time) {
    List<SimulatedUser> found = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (String key : lookup.keys()) {
      Optional<? extends SimulatedUser> author = lookup.key().find(population, key, time);
      if (author.isPresent() && !author.get().suspended()) {
        found.add(author.get());
      } else {
        missing.add(new Missing(key, author.isPresent()));
      }
    }
    return new FoundUsers(found, missing);
  }
}
