package dev.influx.lists.seeds;

import dev.influx.lists.Domain;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * A handle that somebody had a reason to look at.
 *
 * @param handle as it is spelled in the list, without the @
 * @param domain the field of work it was curated for
 * @param sourceType how it was found, such as {@code profile}
 * @param evidence what anyone can open to see why
 * @param fetchedAt when the evidence was looked at
 */
public record Seed(
    String handle, Domain domain, String sourceType, URI evidence, Instant fetchedAt) {

  /** Handles are equal whatever their case. */
  public String key() {
    return handle.toLowerCase(Locale.ROOT);
  }
}
