package dev.influx.harvester.schedule;

import dev.influx.harvester.region.Region;
import dev.influx.lists.Domain;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known of an author that says when to ask for it. What is not known is left out: it counts
 * neither for nor against an author.
 *
 * @param key the id or the handle, whatever the caller knows the author by
 * @param volatility relative change of its counters in a day, as {@link Volatility#perDay} has it
 * @param lastFetched when an answer last told what became of it
 */
public record AuthorFacts(
    String key,
    Set<Domain> domains,
    OptionalLong followers,
    OptionalDouble volatility,
    Optional<Region> region,
    Optional<Instant> lastFetched) {

  public AuthorFacts {
    domains = Set.copyOf(domains);
  }

  /** An author who is new, with nothing known but why it is looked for. */
  public static AuthorFacts unseen(String key, Set<Domain> domains) {
    return new AuthorFacts(
        key,
        domains,
        OptionalLong.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
