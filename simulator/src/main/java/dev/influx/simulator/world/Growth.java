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

  /** Posts do not come at the same interval, yet never at the same time. */
  private static final double JITTER = 0.9;

  private final Draws draws;
  private final Badge badge;
  private final Instant birth;

  /** From when numbers move: the start of the world, or joining if that is later. */
  private final Instant origin;

  Growth(Draws draws, Badge badge, Instant birth) {
    this.draws = draws;
    this.badge = badge;
    this.birth = birth;
    this.origin = birth.isAfter(World.START) ? birth : World.START;
  }

  Metrics at(Instant time) {
    double days = Math.max(0, days(origin, time));
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

  /**
   * When a post was written: that of a number is there from the moment on that the number of posts
   * reaches it.
   *
   * @param number from 1
   */
  Instant postedAt(long number) {
    double before = postsBefore();
    if (number > before) {
      return origin.plusSeconds((long) ((number - before) / postsPerDay() * SECONDS_PER_DAY));
    }
    double place = number - JITTER * draws.uniform(Trait.LAST_POST, number);
    long millis = Duration.between(birth, lastBefore()).toMillis();
    return birth.plusMillis((long) (millis * (place / (long) before)));
  }

  /** Who is dormant stopped at some time. */
  private Instant lastBefore() {
    double share = isDormant() ? 0.05 + 0.95 * draws.uniform(Trait.LAST_POST) : 1;
    return birth.plusMillis((long) (Duration.between(birth, origin).toMillis() * share));
  }

  /** Before the world, that is. */
  long followersBefore() {
    return (long) start();
  }

  long followingBefore() {
    return following(followersBefore(), 0);
  }

  private long followers(double years) {
    double start = start();
    if (draws.chance(Trait.SHRINKS, SHRINKING)) {
      return (long) (start / (1 + LOSS_PER_YEAR * years));
    }
    return (long) (start * (1 + draws.logNormal(Trait.GROWTH, 0.12, 0.9) * years));
  }

  private double start() {
    return isNewcomer()
        ? draws.logNormal(Trait.FOLLOWERS, 9, 1)
        : Math.min(MOST_FOLLOWERS, weight() * draws.logNormal(Trait.FOLLOWERS, 7_000, 2.1));
  }

  private boolean isNewcomer() {
    return birth.isAfter(World.START);
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
    return (long) (postsBefore() + postsPerDay() * days);
  }

  private double postsBefore() {
    if (isNewcomer()) {
      return 0;
    }
    double consistency = 0.3 + 0.8 * draws.uniform(Trait.CONSISTENCY);
    return isDormant()
        ? draws.logNormal(Trait.POSTS_PER_DAY, 300, 1)
        : postsPerDay() * days(birth, World.START) * consistency;
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
