package dev.influx.scorer.model;

import dev.influx.lists.models.Input;
import dev.influx.schemas.Activity;
import dev.influx.schemas.Profile;
import dev.influx.scorer.model.Signal.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an author could change about a number: twice as much of it, or a year more. */
final class Changes {
  private static final Duration YEAR = Duration.ofDays(366);

  private Changes() {}

  static List<Change> of(Input input, Subject subject) {
    Profile now = subject.profile();
    return switch (input) {
      case FOLLOWERS ->
          twice(
              "followers",
              now.getFollowersCount(),
              more -> edit(subject, profile -> profile.setFollowersCount(more)));
      case TWEETS, LIFETIME_TWEETS_PER_DAY ->
          twice(
              "tweets",
              now.getTweetCount(),
              more -> edit(subject, profile -> profile.setTweetCount(more)));
      case LISTED ->
          twice(
              "lists",
              now.getListedCount(),
              more -> edit(subject, profile -> profile.setListedCount(more)));
      case LIKES_GIVEN, LIKES_PER_TWEET, LIKES_PER_TWEET_IF_ANY ->
          twice(
              "likes given",
              now.getLikesGiven(),
              more -> edit(subject, profile -> profile.setLikesGiven(more)));
      case MEDIA, MEDIA_PER_TWEET, MEDIA_PER_TWEET_IF_ANY ->
          twice(
              "media",
              now.getMediaCount(),
              more -> edit(subject, profile -> profile.setMediaCount(more)));
      case FOLLOWERS_PER_FOLLOWING -> followingHalf(subject);
      case TWEETS_PER_DAY -> tweetingTwiceAsOften(subject);
      case ACCOUNT_YEARS, ELAPSED_YEARS -> aYearMore(subject);
    };
  }

  private interface Edit {
    Subject withCount(long count);
  }

  private static List<Change> twice(String what, Long count, Edit edit) {
    long more = count > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : Math.max(1, 2 * count);
    String words = count == 0 ? "a first one: " + what : "twice the " + what;
    return List.of(new Change(words, edit.withCount(more)));
  }

  private static List<Change> followingHalf(Subject subject) {
    long half = subject.profile().getFollowingCount() / 2;
    Subject changed = edit(subject, profile -> profile.setFollowingCount(half));
    return List.of(new Change("following half as many", changed));
  }

  private static List<Change> tweetingTwiceAsOften(Subject subject) {
    double rate = subject.activity().getTweetsPerDay();
    Activity changed =
        Activity.newBuilder(subject.activity()).setTweetsPerDay(rate == 0 ? 1 : 2 * rate).build();
    String words = rate == 0 ? "one tweet a day" : "twice the tweets a day";
    return List.of(new Change(words, subject.with(changed)));
  }

  private static List<Change> aYearMore(Subject subject) {
    Subject changed =
        edit(
            subject, profile -> profile.setCreatedAt(subject.profile().getCreatedAt().minus(YEAR)));
    return List.of(new Change("one more year", changed));
  }

  static Subject edit(Subject subject, Consumer<Profile.Builder> edits) {
    Profile.Builder profile = Profile.newBuilder(subject.profile());
    edits.accept(profile);
    return subject.with(profile.build());
  }

  /** The author with something more in the bio. */
  static Change bioWith(String what, String added, Subject subject) {
    String bio = Optional.ofNullable(subject.profile().getDescription()).orElse("");
    String longer = bio.isEmpty() ? added : bio + " " + added;
    return new Change(what, edit(subject, profile -> profile.setDescription(longer)));
  }
}
