package dev.influx.harvester.plan;

import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Seed;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Why somebody is asked for, and by which name that was said.
 *
 * @param name a handle or an id, as it is spelled where it was found
 * @param domain if a person assigned one
 * @param method how it was found, such as {@code profile}
 * @param evidence what anyone can open to see why
 * @param at when that was looked at
 */
public record Occasion(
    String name, Optional<Domain> domain, String method, URI evidence, Instant at) {

  /** A seed is one. */
  public static Occasion of(Seed seed) {
    return new Occasion(
        seed.handle(),
        Optional.of(seed.domain()),
        seed.sourceType(),
        seed.evidence(),
        seed.fetchedAt());
  }

  /** The name under which an outcome is published: names are equal whatever their case. */
  public String key() {
    return name.toLowerCase(Locale.ROOT);
  }
}
