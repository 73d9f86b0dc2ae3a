package dev.influx.app;

import dev.influx.app.pipe.RecordedHistory;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Observations of real authors, of whom every second is accepted by the default policy. */
final class TestingObservations {
  private static final Instant AS_OF = Instant.parse("2025-11-28T00:00:00Z");
  private static final TestingList USERS =
      TestingList.of(
          Path.of(System.getProperty("influx.shared"), "data", "dev", "users.jsonl"),
          "m2@2",
          AS_OF);
  private static final List<RawProfile> ACCEPTED =
      USERS.accepted().stream().map(author -> RecordedHistory.of(author).last()).toList();
  private static final List<RawProfile> REJECTED =
      USERS.rejected().stream().map(author -> RecordedHistory.of(author).last()).toList();

  private TestingObservations() {}

  /**
   * One author, as seen on some day.
   *
   * @param number from 0; those of even numbers are accepted
   */
  static RawProfile author(int number, int day) {
    RawProfile first = (number % 2 == 0 ? ACCEPTED : REJECTED).get(number / 2);
    Profile profile = first.getProfile();
    Long tweets = profile == null ? null : profile.getTweetCount();
    return RawProfile.newBuilder(first)
        .setFetchedAt(first.getFetchedAt().plus(Duration.ofDays(day)))
        .setProfile(
            tweets == null
                ? profile
                : Profile.newBuilder(profile).setTweetCount(tweets + 20L * day).build())
        .build();
  }
}
