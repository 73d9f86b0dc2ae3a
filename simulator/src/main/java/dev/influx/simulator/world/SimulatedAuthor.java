package dev.influx.simulator.world;

import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.population.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A synthetic author as it is at one moment.
 *
 * @param domain the field of work that the bio is about
 * @param page the link of the profile
 * @param mostRecentPostId moves with time; empty if the author never posted
 */
public record SimulatedAuthor(
    int index,
    String id,
    String handle,
    String name,
    Instant createdAt,
    String domain,
    Kind kind,
    Badge badge,
    Standing standing,
    boolean identityVerified,
    Biography biography,
    Optional<String> location,
    Optional<Biography.Link> page,
    String imageUrl,
    Optional<String> bannerUrl,
    Optional<Affiliation> affiliation,
    Optional<String> pinnedPostId,
    Optional<String> mostRecentPostId,
    List<String> withheldIn,
    Metrics metrics)
    implements SimulatedUser {

  public SimulatedAuthor {
    withheldIn = List.copyOf(withheldIn);
  }

  @Override
  public long postCount() {
    return metrics.posts();
  }

  /** What the badge beside the name stands for. */
  public enum Badge {
    BLUE,
    BUSINESS,
    GOVERNMENT,
    NONE;

    /** As X writes it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the author pretends to be: the truth that gates are measured against. */
  public enum Kind {
    PERSON,
    BRAND,
    OFFICIAL,
    RISKY;

    /** As it stands in files. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The organisation that lends the author its badge. */
  public record Affiliation(String id, String handle, String name) {}
}
