package dev.influx.harvester.plan;

import dev.influx.harvester.api.Lookup.By;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One author to ask for.
 *
 * @param occasions why; several when lists name the same author more than once
 * @param id where a list or an earlier answer told it
 * @param handle as last known, if it is; there is no author with neither
 * @param open the occasions, by their key, for which an outcome is published that no longer holds
 *     once the author is found
 * @param flaw why X cannot be asked, if that was seen before
 * @param forgotten whether the author asked to be: then nobody is told by name how asking ended
 */
public record Target(
    List<Occasion> occasions,
    Optional<String> id,
    Optional<String> handle,
    Set<String> open,
    Optional<String> flaw,
    boolean forgotten) {

  private static final String FORGOTTEN = "forgotten on request";

  public Target {
    occasions = List.copyOf(occasions);
    open = Set.copyOf(open);
    if (id.isEmpty() && handle.isEmpty()) {
      throw new IllegalArgumentException("nobody is asked for");
    }
  }

  public Target(
      List<Occasion> occasions, Optional<String> id, Optional<String> handle, Set<String> open) {
    this(occasions, id, handle, open, Optional.empty(), false);
  }

  /** The same, nameless from here on. */
  public Target asForgotten() {
    return new Target(occasions, id, handle, open, Optional.of(FORGOTTEN), true);
  }

  /** By the id wherever it is known: a handle may belong to somebody else by now. */
  By by() {
    return id.isPresent() ? By.ID : By.HANDLE;
  }

  /** What is asked for, in the spelling that is sent. */
  String key() {
    return id.or(() -> handle).orElseThrow();
  }

  /** Whether X would take the key: a bad one spoils the answer for a whole batch. */
  public boolean canBeAsked() {
    return flaw.isEmpty() && by().accepts(key());
  }
}
