package dev.influx.lists.rules;

/**
 * How many followers let an author in.
 *
 * @param verifiedMinFollowers for those with a badge
 * @param minFollowers for all
 */
public record EntryThresholds(
    String id, String description, long verifiedMinFollowers, long minFollowers) {

  /** More than there are people. */
  public static final long MOST_FOLLOWERS = 10_000_000_000L;

  public EntryThresholds {
    if (verifiedMinFollowers < 0 || minFollowers > MOST_FOLLOWERS) {
      throw new IllegalArgumentException("followers outside 0 to " + MOST_FOLLOWERS);
    }
    if (verifiedMinFollowers > minFollowers) {
      throw new IllegalArgumentException("a badge would raise the threshold");
    }
  }
}
