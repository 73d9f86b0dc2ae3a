package dev.influx.scorer.activity;

import dev.influx.schemas.Activity;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RateBasis;
import dev.influx.schemas.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How fast an author tweets and gains followers: from the samples of the last 30 days once they
 * span a week, before that from the whole life of the account; and unknown rather than guessed.
 */
public final class Pace {
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final Duration LEAST_SPAN = Duration.ofDays(7);
  private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

  private Pace() {}

  /** The pace of an author whose newest observation is of the given instant. */
  public static Activity of(Profile profile, List<Sample> samples, Instant now) {
    Optional<Double> recent =
        change(samples, now, Sample::getTweetCount, profile.getTweetCount())
            .map(perDay -> Math.max(0, perDay));
    Optional<Double> tweetsPerDay = recent.or(() -> lifetimeRate(profile, now));
    RateBasis basis = recent.isPresent() ? RateBasis.WINDOW : RateBasis.LIFETIME;
    Optional<Double> growth =
        change(samples, now, Sample::getFollowersCount, profile.getFollowersCount())
            .map(perDay -> perDay * WINDOW.toDays());
    return Activity.newBuilder()
        .setTweetsPerDay(tweetsPerDay.orElse(null))
        .setTweetsPerDayBasis(tweetsPerDay.map(rate -> basis).orElse(null))
        .setFollowersGrowth30d(growth.orElse(null))
        .build();
  }

  /** The change per day from the first sample in the window that has the number, until now. */
  private static Optional<Double> change(
      List<Sample> samples, Instant now, Function<Sample, Long> number, Long current) {
    if (current == null) {
      return Optional.empty();
    }
    Instant opens = now.minus(WINDOW);
    for (Sample sample : samples) {
      Long then = number.apply(sample);
      if (then != null && !sample.getAt().isBefore(opens)) {
        boolean enough = !sample.getAt().isAfter(now.minus(LEAST_SPAN));
        return enough
            ? Optional.of((current - then) / days(sample.getAt(), now))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS_PER_DAY;
  }

  private static Optional<Double> lifetimeRate(Profile profile, Instant now) {
    Instant created = profile.getCreatedAt();
    Long tweets = profile.getTweetCount();
    if (created == null || tweets == null || created.isAfter(now)) {
      return Optional.empty();
    }
    return Optional.of(tweets / (double) Math.max(1, Duration.between(created, now).toDays()));
  }
}
