package dev.influx.harvester.plan;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.lists.seeds.Seed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One author to ask for.
 *
 * @param seeds why; several when lists name the same author more than once
 * @param id where an earlier answer told it
 * @param handle as last known
 * @param open the seeds, by their key, for which an outcome is published that no longer holds once
 *     the author is found
 */
public record Target(List<Seed> seeds, Optional<String> id, String handle, Set<String> open) {

  public Target {
    seeds = List.copyOf(seeds);
    open = Set.copyOf(open);
  }

  /** By the id wherever it is known: a handle may belong to somebody else by now. */
  By by() {
    return id.isPresent() ? By.ID : By.HANDLE;
  }

  /** What is asked for, in the spelling that is sent. */
  String key() {
    return id.orElse(handle);
  }

  /** Whether X would take the key: a bad one spoils the answer for a whole batch. */
  public boolean canBeAsked() {
    return by().accepts(key());
  }
}
