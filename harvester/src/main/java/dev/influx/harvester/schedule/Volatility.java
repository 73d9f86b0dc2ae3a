package dev.influx.harvester.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much an author's counters move, learnt from one sample after the other. A counter that a
 * sample lacks is not 0: what was known of it stays.
 */
public final class Volatility {

  /** Of an author of whom nothing was seen yet. */
  public static final Volatility UNKNOWN = new Volatility(Optional.empty(), Optional.empty());

  private final Optional<Trend> followers;
  private final Optional<Trend> posts;

  private Volatility(Optional<Trend> followers, Optional<Trend> posts) {
    this.followers = followers;
    this.posts = posts;
  }

  /** What is known after one more sample. */
  public Volatility after(OptionalLong followerCount, OptionalLong postCount, Instant at) {
    return new Volatility(after(followers, followerCount, at), after(posts, postCount, at));
  }

  private static Optional<Trend> after(Optional<Trend> known, OptionalLong count, Instant at) {
    return count.isPresent() ? Trend.next(known, count.getAsLong(), at) : known;
  }

  /**
   * The relative change in a day of the counter that moves more: 0.01 is one in a hundred. Nothing
   * before some counter was seen over an hour at least.
   */
  public OptionalDouble perDay() {
    return Stream.of(followers, posts)
        .flatMap(Optional::stream)
        .map(Trend::perDay)
        .flatMapToDouble(OptionalDouble::stream)
        .max();
  }
}
