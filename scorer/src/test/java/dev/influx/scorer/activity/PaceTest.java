package dev.influx.scorer.activity;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.influx.schemas.Activity;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RateBasis;
import dev.influx.schemas.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void aWeekOfSamplesGivesTheRecentRate() {
    Activity activity =
        Pace.of(profile(1_100L, 52_000L), List.of(sample(10, 1_000L, 51_000L)), NOON);

    assertThat(activity.getTweetsPerDay()).isEqualTo(10.0);
    assertThat(activity.getTweetsPerDayBasis()).isEqualTo(RateBasis.WINDOW);
    assertThat(activity.getFollowersGrowth30d()).isEqualTo(3_000.0);
  }

  @Test
  void fewerDaysGiveTheLifetimeRateAndNoGrowth() {
    Activity activity = Pace.of(profile(1_000L, 52_000L), List.of(sample(6, 1L, 1L)), NOON);

    assertThat(activity.getTweetsPerDay()).isEqualTo(10.0);
    assertThat(activity.getTweetsPerDayBasis()).isEqualTo(RateBasis.LIFETIME);
    assertThat(activity.getFollowersGrowth30d()).isNull();
  }

  @Test
  void samplesOfBeforeTheWindowAreNotUsed() {
    List<Sample> samples = List.of(sample(31, 0L, 0L), sample(20, 900L, 50_000L));

    assertThat(Pace.of(profile(1_000L, 50_000L), samples, NOON).getTweetsPerDay())
        .isEqualTo(100 / 20.0);
  }

  @Test
  void deletedTweetsNeverMakeANegativeRateButLostFollowersDo() {
    Activity activity = Pace.of(profile(10L, 900L), List.of(sample(30, 1_000L, 1_000L)), NOON);

    assertThat(activity.getTweetsPerDay()).isZero();
    assertThat(activity.getFollowersGrowth30d()).isCloseTo(-100, within(1e-9));
  }

  @Test
  void whatIsNotKnownStaysUnknown() {
    Profile nothing = Profile.newBuilder().setHandle("a").build();

    assertThat(Pace.of(nothing, List.of(sample(10, null, null)), NOON))
        .isEqualTo(Activity.newBuilder().build());
  }

  @Test
  void anAccountOfTodayCountsAsOneDayOld() {
    Profile young =
        Profile.newBuilder(profile(30L, 1L)).setCreatedAt(NOON.minusSeconds(60)).build();

    assertThat(Pace.of(young, List.of(), NOON).getTweetsPerDay()).isEqualTo(30.0);
  }

  @Test
  void anAccountFromTheFutureHasNoLifetimeRate() {
    Profile impossible =
        Profile.newBuilder(profile(30L, 1L)).setCreatedAt(NOON.plusSeconds(60)).build();

    assertThat(Pace.of(impossible, List.of(), NOON).getTweetsPerDay()).isNull();
  }

  private static Profile profile(Long tweets, Long followers) {
    Instant created = NOON.minus(Duration.ofDays(100)).minusSeconds(5);
    return Profile.newBuilder()
        .setHandle("a")
        .setCreatedAt(created)
        .setTweetCount(tweets)
        .setFollowersCount(followers)
        .build();
  }

  private static Sample sample(int daysAgo, Long tweets, Long followers) {
    return new Sample(NOON.minus(Duration.ofDays(daysAgo)), tweets, followers);
  }
}
