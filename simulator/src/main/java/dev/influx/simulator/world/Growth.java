package dev.influx.simulator.world;

import dev.influx.simulator.world.SimulatedAuthor.Badge;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The numbers of one author over time: heavy-tailed at the start of the world, then growing at a
 * rate of the author's own. A few lose followers; a few never post.
 */
final class Growth {

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double DAYS_PER_YEAR = 365.25;

  private static final double MOST_FOLLOWERS = 150e6;
  private static final double MOST_POSTS_PER_DAY = 120;

  private static final double DORMANT = 0.06;
  private static final double SHRINKING = 0.04;
  private static final double LOSS_PER_YEAR = 0.15;
  private static final double LIKES_UNKNOWN = 0.02;
  private static final double MEDIA_UNKNOWN = 0.03;

  /** Above what a real account with many followers and no list at all would be suspected of. */
  private static final double FEWEST_LISTS_PER_FOLLOWER = 1.2e-4;

  private final Draws draws;
  private final Badge badge;
  private final double daysBeforeWorld;

  Growth(Draws draws, Badge badge, Instant birth) {
    this.draws = draws;
    this.badge = badge;
    this.daysBeforeWorld = days(birth, World.START);
  }

  Metrics at(Instant time) {
    double days = Math.max(0, days(World.START, time));
    long followers = followers(days / DAYS_PER_YEAR);
    long posts = posts(days);
    return new Metrics(
        followers,
        following(followers, days / DAYS_PER_YEAR),
        posts,
        (long) (followers * listsPerFollower()),
        known(Trait.LIKES_KNOWN, LIKES_UNKNOWN, posts * draws.logNormal(Trait.LIKES, 1.2, 1.4)),
        known(Trait.MEDIA_KNOWN, MEDIA_UNKNOWN, posts * mediaPerPost()));
  }

  /** How long ago the author last posted; nothing from those who do not post. */
  Duration sinceLastPost() {
    double days = Math.min(30, draws.uniform(Trait.LAST_POST) / Math.max(postsPerDay(), 0.01));
    return Duration.ofSeconds((long) (days * SECONDS_PER_DAY));
  }

  private long followers(double years) {
    double start =
        Math.min(MOST_FOLLOWERS, weight() * draws.logNormal(Trait.FOLLOWERS, 7_000, 2.1));
    if (draws.chance(Trait.SHRINKS, SHRINKING)) {
      return (long) (start / (1 + LOSS_PER_YEAR * years));
    }
    return (long) (start * (1 + draws.logNormal(Trait.GROWTH, 0.12, 0.9) * years));
  }

  private double weight() {
    return switch (badge) {
      case BLUE -> 1.3;
      case BUSINESS -> 4;
      case GOVERNMENT -> 6;
      case NONE -> 0.8;
    };
  }

  /** X lets nobody with few followers follow more than 5,000. */
  private long following(long followers, double years) {
    double limit = Math.max(5_000, followers * 0.5);
    double wanted = draws.logNormal(Trait.FOLLOWING, 600, 1.3) * (1 + 0.05 * years);
    return (long) Math.min(limit, wanted);
  }

  private long posts(double days) {
    double consistency = 0.3 + 0.8 * draws.uniform(Trait.CONSISTENCY);
    double before =
        isDormant()
            ? draws.logNormal(Trait.POSTS_PER_DAY, 300, 1)
            : postsPerDay() * daysBeforeWorld * consistency;
    return (long) (before + postsPerDay() * days);
  }

  private double postsPerDay() {
    return isDormant()
        ? 0
        : Math.min(MOST_POSTS_PER_DAY, draws.logNormal(Trait.POSTS_PER_DAY, 2.2, 1.3));
  }

  private boolean isDormant() {
    return draws.chance(Trait.DORMANT, DORMANT);
  }

  private double listsPerFollower() {
    return Math.max(FEWEST_LISTS_PER_FOLLOWER, draws.logNormal(Trait.LISTED, 0.006, 0.8));
  }

  private double mediaPerPost() {
    double share = draws.uniform(Trait.MEDIA);
    return 0.03 + 0.4 * share * share;
  }

  private OptionalLong known(Trait trait, double unknown, double value) {
    return draws.chance(trait, unknown) ? OptionalLong.empty() : OptionalLong.of((long) value);
  }

  private static double days(Instant from, Instant to) {
    return (to.getEpochSecond() - from.getEpochSecond()) / SECONDS_PER_DAY;
  }
}
