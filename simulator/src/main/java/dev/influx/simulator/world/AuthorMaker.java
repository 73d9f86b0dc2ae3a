package dev.influx.simulator.world;

import dev.influx.simulator.population.Life;
import dev.influx.simulator.population.Snowflake;
import dev.influx.simulator.population.Truth;
import dev.influx.simulator.world.Biography.Link;
import dev.influx.simulator.world.SimulatedAuthor.Affiliation;
import dev.influx.simulator.world.SimulatedAuthor.Badge;
import dev.influx.simulator.world.SimulatedAuthor.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts an author together from its draws. */
final class AuthorMaker {

  private static final List<String> PLACES =
      List.of("Pier 9", "Northmoor", "東の港", "ميناء الشرق", "The 3rd shelf 📚", "Sim City-by-Sea");

  private static final double AFFILIATED = 0.05;
  private static final double DEFAULT_IMAGE = 0.03;
  private static final double PINNED = 0.5;
  private static final double PINNED_GONE = 0.05;

  private final Handles handles;
  private final Births births;
  private final Origin origin;
  private final Draws draws;

  AuthorMaker(Handles handles, Births births, Origin origin) {
    this.handles = handles;
    this.births = births;
    this.origin = origin;
    this.draws = origin.draws();
  }

  SimulatedAuthor at(Instant time) {
    Badge badge = badge();
    Kind kind = kind(badge);
    Growth growth = new Growth(draws, badge, origin.birth());
    Metrics metrics = growth.at(time);
    Life.State state = origin.life().at(time);
    return new SimulatedAuthor(
        draws.index(),
        id(),
        state.handle(),
        Names.of(draws, kind, origin.life().handle()),
        origin.birth(),
        Handles.topic(draws).domain(),
        kind,
        badge,
        state.standing(),
        badge == Badge.BLUE && draws.chance(Trait.IDENTITY_VERIFIED, 0.2),
        Biographies.of(draws, kind, acquaintance().map(handles::of)),
        optional(Trait.LOCATION, 0.55).map(known -> draws.pick(Trait.LOCATION, 1, PLACES)),
        optional(Trait.URL, 0.45).map(known -> page()),
        imageUrl(),
        optional(Trait.BANNER, 0.7).map(known -> bannerUrl()),
        affiliation(badge),
        pinned(growth),
        Optional.of(metrics.posts()).filter(posts -> posts > 0).map(last -> postId(growth, last)),
        state.withheldIn(),
        metrics);
  }

  /** What the author is known to be. */
  Truth truth() {
    String kind = kind(badge()).wire();
    return new Truth(draws.index(), id(), Handles.topic(draws).domain(), kind, origin.life());
  }

  Growth growth() {
    return new Growth(draws, badge(), origin.birth());
  }

  private String id() {
    return Long.toString(births.id(origin.birth(), draws.index()));
  }

  private Badge badge() {
    if (origin.isNewcomer()) {
      return Badge.NONE;
    }
    double share = draws.uniform(Trait.BADGE);
    if (share < 0.01) {
      return Badge.GOVERNMENT;
    } else if (share < 0.07) {
      return Badge.BUSINESS;
    }
    return share < 0.52 ? Badge.BLUE : Badge.NONE;
  }

  /** Some organisations and some suspicious accounts have no badge that tells. */
  private Kind kind(Badge badge) {
    if (badge == Badge.GOVERNMENT) {
      return Kind.OFFICIAL;
    } else if (badge == Badge.BUSINESS) {
      return Kind.BRAND;
    }
    double share = draws.uniform(Trait.KIND);
    if (share < 0.02) {
      return Kind.BRAND;
    } else if (share < 0.03) {
      return Kind.OFFICIAL;
    }
    return share < 0.045 ? Kind.RISKY : Kind.PERSON;
  }

  /** An earlier author, so that a larger world begins with the authors of a smaller one. */
  private Optional<Integer> acquaintance() {
    int earlier = origin.authorsBefore();
    return earlier == 0 ? Optional.empty() : Optional.of(draws.below(Trait.MENTION, earlier));
  }

  private Link page() {
    String url = "https://t.co/" + draws.code(Trait.URL, 10);
    return new Link(0, url.length(), url, Biographies.host(draws));
  }

  private String imageUrl() {
    return draws.chance(Trait.IMAGE, DEFAULT_IMAGE)
        ? "https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png"
        : "https://pbs.twimg.com/profile_images/"
            + Snowflake.of(origin.birth().plusSeconds(3_600), draws.index())
            + "/"
            + draws.code(Trait.IMAGE, 8)
            + "_normal.jpg";
  }

  private String bannerUrl() {
    long uploaded = origin.birth().getEpochSecond() + 7_200;
    return "https://pbs.twimg.com/profile_banners/" + id() + "/" + uploaded;
  }

  private Optional<Affiliation> affiliation(Badge badge) {
    if (badge != Badge.BLUE || !draws.chance(Trait.AFFILIATION, AFFILIATED)) {
      return Optional.empty();
    }
    return acquaintance()
        .map(
            other -> {
              String handle = handles.of(other);
              String name = Names.of(draws, Kind.BRAND, handle);
              return new Affiliation(Long.toString(births.id(other)), handle, name);
            });
  }

  /** A post from before the world; a few were deleted since. */
  private Optional<String> pinned(Growth growth) {
    long posts = growth.at(World.START).posts();
    if (posts == 0 || !draws.chance(Trait.PINNED, PINNED)) {
      return Optional.empty();
    }
    Instant posted = growth.postedAt(1 + (long) (posts * draws.uniform(Trait.PINNED_AT)));
    boolean gone = draws.chance(Trait.PINNED_GONE, PINNED_GONE);
    return Optional.of(postId(gone ? posted.plusMillis(1) : posted));
  }

  private String postId(Growth growth, long number) {
    return postId(growth.postedAt(number));
  }

  private String postId(Instant posted) {
    return Long.toString(Snowflake.of(posted, draws.index()));
  }

  private Optional<Trait> optional(Trait trait, double share) {
    return draws.chance(trait, share) ? Optional.of(trait) : Optional.empty();
  }
}
