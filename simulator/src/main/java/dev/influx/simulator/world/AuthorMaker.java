package dev.influx.simulator.world;

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
  private static final List<List<String>> COUNTRIES =
      List.of(List.of("DE"), List.of("IN"), List.of("DE", "FR"));

  private static final double SUSPENDED = 0.02;
  private static final double PROTECTED = 0.01;
  private static final double WITHHELD = 0.003;
  private static final double AFFILIATED = 0.05;
  private static final double DEFAULT_IMAGE = 0.03;

  private final Handles handles;
  private final Births births;
  private final Draws draws;
  private final int index;

  AuthorMaker(Handles handles, Births births, Draws draws) {
    this.handles = handles;
    this.births = births;
    this.draws = draws;
    this.index = draws.index();
  }

  SimulatedAuthor at(Instant time) {
    String handle = handles.of(index);
    Instant birth = births.of(index);
    Badge badge = badge();
    Kind kind = kind(badge);
    Growth growth = new Growth(draws, badge, birth);
    Metrics metrics = growth.at(time);
    return new SimulatedAuthor(
        index,
        Long.toString(births.id(index)),
        handle,
        Names.of(draws, kind, handle),
        birth,
        Handles.topic(draws).domain(),
        kind,
        badge,
        draws.chance(Trait.SUSPENDED, SUSPENDED),
        draws.chance(Trait.PROTECTED, PROTECTED),
        badge == Badge.BLUE && draws.chance(Trait.IDENTITY_VERIFIED, 0.2),
        Biographies.of(draws, kind, acquaintance().map(handles::of)),
        optional(Trait.LOCATION, 0.55).map(known -> draws.pick(Trait.LOCATION, 1, PLACES)),
        optional(Trait.URL, 0.45).map(known -> page()),
        imageUrl(birth),
        optional(Trait.BANNER, 0.7).map(known -> bannerUrl()),
        affiliation(badge),
        optional(Trait.PINNED, metrics.posts() == 0 ? 0 : 0.5).map(known -> pinned(birth)),
        mostRecent(metrics, growth, time, birth),
        draws.chance(Trait.WITHHELD, WITHHELD)
            ? draws.pick(Trait.WITHHELD, 1, COUNTRIES)
            : List.of(),
        metrics);
  }

  private Badge badge() {
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
    return index == 0 ? Optional.empty() : Optional.of(draws.below(Trait.MENTION, index));
  }

  private Link page() {
    String url = "https://t.co/" + draws.code(Trait.URL, 10);
    return new Link(0, url.length(), url, Biographies.host(draws));
  }

  private String imageUrl(Instant birth) {
    return draws.chance(Trait.IMAGE, DEFAULT_IMAGE)
        ? "https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png"
        : "https://pbs.twimg.com/profile_images/"
            + Births.snowflake(birth.plusSeconds(3_600), index)
            + "/"
            + draws.code(Trait.IMAGE, 8)
            + "_normal.jpg";
  }

  private String bannerUrl() {
    long uploaded = births.of(index).getEpochSecond() + 7_200;
    return "https://pbs.twimg.com/profile_banners/" + births.id(index) + "/" + uploaded;
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

  private String pinned(Instant birth) {
    long between = World.START.getEpochSecond() - birth.getEpochSecond();
    long after = (long) (between * draws.uniform(Trait.PINNED_AT));
    return Long.toString(Births.snowflake(birth.plusSeconds(after), index));
  }

  private Optional<String> mostRecent(Metrics metrics, Growth growth, Instant time, Instant birth) {
    if (metrics.posts() == 0) {
      return Optional.empty();
    }
    Instant last = time.minus(growth.sinceLastPost());
    return Optional.of(Long.toString(Births.snowflake(last.isBefore(birth) ? birth : last, index)));
  }

  private Optional<Trait> optional(Trait trait, double share) {
    return draws.chance(trait, share) ? Optional.of(trait) : Optional.empty();
  }
}
