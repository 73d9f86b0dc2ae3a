package dev.influx.bench.load;

import dev.influx.schemas.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What stays the same of one synthetic author, and the numbers that follow for any instant:
 * followers on a heavy tail around the entry threshold, growing or shrinking, so that some authors
 * cross it.
 */
record Author(
    String id,
    String handle,
    String name,
    String bio,
    String location,
    String badge,
    boolean link,
    boolean pinned,
    Instant created,
    double followers,
    double growthPerDay,
    double tweetsPerDay) {
  /** Between the ids that were counted and those that hold a time, so that they say nothing. */
  private static final long FIRST_ID = 5_000_000_011L;

  private static final long ID_STEP = 7_919;
  private static final int BIO_CHARACTERS = 100;
  private static final double HOURS_PER_DAY = 24;
  private static final Instant EPOCH = Instant.parse("2009-01-01T00:00:00Z");
  private static final long SECONDS_OF_YEARS = Duration.ofDays(15 * 365).toSeconds();

  /**
   * Without a divisor in common with the seconds, so that all of them come before one comes again.
   */
  private static final long STRIDE = 100_003_213;

  private static final List<String> WORDS =
      List.of(
          "building",
          "open",
          "source",
          "data",
          "systems",
          "writing",
          "about",
          "streams",
          "and",
          "databases",
          "machine",
          "learning",
          "research",
          "engineer",
          "founder",
          "ex",
          "climate",
          "security",
          "notes",
          "on",
          "distributed",
          "compilers",
          "coffee",
          "views",
          "mine",
          "speaker",
          "author",
          "of",
          "the",
          "health",
          "policy",
          "games",
          "energy",
          "markets");
  private static final List<String> PLACES =
      List.of("Berlin", "San Francisco, CA", "London", "Nairobi", "Bengaluru", "Tokyo", "Remote");

  static Author of(long seed, long number) {
    Dice dice = Dice.of(seed, "author", number);
    return new Author(
        Long.toString(FIRST_ID + number * ID_STEP),
        "bench_" + Long.toString(number, Character.MAX_RADIX),
        capital(word(dice)) + " " + capital(word(dice)),
        bio(dice),
        dice.chance(0.6) ? PLACES.get((int) dice.below(PLACES.size())) : null,
        badge(dice.unit()),
        dice.chance(0.5),
        dice.chance(0.4),
        created(number),
        Math.pow(10, 4.6 + 0.6 * dice.bell()),
        0.003 + 0.008 * dice.bell(),
        Math.pow(10, 0.4 + 0.5 * dice.bell()));
  }

  /** All over the years, and never in the same second as another author. */
  private static Instant created(long number) {
    return EPOCH.plusSeconds(Math.floorMod(number * STRIDE, SECONDS_OF_YEARS));
  }

  private static String badge(double roll) {
    if (roll < 0.35) {
      return "blue";
    }
    return roll < 0.4 ? "business" : "none";
  }

  private static String bio(Dice dice) {
    StringBuilder bio = new StringBuilder(BIO_CHARACTERS + 16).append(capital(word(dice)));
    while (bio.length() < BIO_CHARACTERS) {
      bio.append(' ').append(word(dice));
    }
    return bio.append(dice.chance(0.3) ? " \uD83D\uDE80" : ".").toString();
  }

  private static String word(Dice dice) {
    return WORDS.get((int) dice.below(WORDS.size()));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** So that hardly any two authors have all their numbers in common. */
  private long likedBefore() {
    return created.getEpochSecond() % 10_007;
  }

  /** The profile as an answer of that instant would show it. */
  Profile at(Instant instant, Instant start) {
    double days = Duration.between(start, instant).toHours() / HOURS_PER_DAY;
    double ageInDays = Duration.between(created, instant).toHours() / HOURS_PER_DAY;
    long now = Math.max(0, Math.round(followers * (1 + growthPerDay * days)));
    return Profile.newBuilder()
        .setHandle(handle)
        .setName(name)
        .setDescription(bio)
        .setLocation(location)
        .setUrl(link ? "https://t.co/" + handle : null)
        .setLinks(link ? List.of("https://" + handle + ".example/about") : List.of())
        .setCreatedAt(created)
        .setProtected$(false)
        .setVerified(!badge.equals("none"))
        .setVerifiedType(badge)
        .setFollowersCount(now)
        .setFollowingCount(now / 50 + 100)
        .setTweetCount(Math.round(tweetsPerDay * ageInDays))
        .setListedCount(now / 200)
        .setLikesGiven(likedBefore() + Math.round(3 * tweetsPerDay * ageInDays))
        .setMediaCount(Math.round(tweetsPerDay * ageInDays / 10))
        .setPinnedPostId(pinned ? id : null)
        .build();
  }
}
