package dev.influx.harvester.intake;

import dev.influx.harvester.api.Lookup.By;
import java.util.Optional;

/**
 * An author whom a list asks for: by id, by handle, or by an id that had this handle.
 *
 * @param handle as it is spelled in the list, without the @
 * @param line where the author was first asked for, from 1
 */
public record Requested(Optional<String> id, Optional<String> handle, String source, long line) {

  public Requested {
    if (id.isEmpty() && handle.isEmpty()) {
      throw new IllegalArgumentException("nobody is asked for");
    }
  }

  /** By the id wherever it is known: a handle may belong to somebody else by now. */
  public By by() {
    return id.isPresent() ? By.ID : By.HANDLE;
  }

  /** What is asked for, in the spelling of the list. */
  public String spelling() {
    return id.or(() -> handle).orElseThrow();
  }

  /** What is asked for; two requests with one key and one kind are the same. */
  public String key() {
    return By.fold(spelling());
  }
}
