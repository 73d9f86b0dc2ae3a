package dev.influx.scorer.model;

import dev.influx.lists.models.Input;
import dev.influx.lists.models.Model.Assumed;
import dev.influx.schemas.Profile;
import dev.influx.schemas.xuser.Badge;
import java.time.Duration;
import java.time.Instant;

/** What is known of one author, prepared for rules; texts are folded and searched at most once. */
final class Facts {
  private static final double DAYS_PER_YEAR = 365.25;

  private final Subject subject;
  private final Vocabulary vocabulary;
  private final double followers;
  private final double following;
  private final double tweets;
  private final double listed;
  private final double likesGiven;
  private final double media;
  private final double days;
  private Wording wording;

  Facts(Subject subject, Vocabulary vocabulary) {
    Profile profile = subject.profile();
    this.subject = subject;
    this.vocabulary = vocabulary;
    this.followers = orNaN(profile.getFollowersCount());
    this.following = orNaN(profile.getFollowingCount());
    this.tweets = orNaN(profile.getTweetCount());
    this.listed = orNaN(profile.getListedCount());
    this.likesGiven = orNaN(profile.getLikesGiven());
    this.media = orNaN(profile.getMediaCount());
    this.days = days(profile.getCreatedAt(), subject.now());
  }

  Subject subject() {
    return subject;
  }

  Profile profile() {
    return subject.profile();
  }

  Badge badge() {
    return Badge.of(subject.profile());
  }

  Wording wording() {
    if (wording == null) {
      wording = new Wording(subject, vocabulary);
    }
    return wording;
  }

  boolean knowsNoneOf(Assumed assumed) {
    for (Input input : assumed.inputs()) {
      if (!Double.isNaN(number(input))) {
        return false;
      }
    }
    return true;
  }

  /** NaN when something it is made of is not known. */
  double number(Input input) {
    return number(input, Missing.STAYS_UNKNOWN);
  }

  /** The same number, with 0 for each count or date in it that is missing. */
  double numberFromZero(Input input) {
    return number(input, Missing.IS_ZERO);
  }

  private double number(Input input, Missing missing) {
    return switch (input) {
      case FOLLOWERS -> missing.or(followers);
      case TWEETS -> missing.or(tweets);
      case LISTED -> missing.or(listed);
      case LIKES_GIVEN -> missing.or(likesGiven);
      case MEDIA -> missing.or(media);
      case FOLLOWERS_PER_FOLLOWING -> missing.or(followers) / (missing.or(following) + 1);
      case TWEETS_PER_DAY -> missing.or(orNaN(subject.activity().getTweetsPerDay()));
      case LIFETIME_TWEETS_PER_DAY -> ratio(missing.or(tweets), missing.or(days));
      case ACCOUNT_YEARS -> Math.max(1, missing.or(days)) / DAYS_PER_YEAR;
      case ELAPSED_YEARS -> Math.max(0, missing.or(days)) / DAYS_PER_YEAR;
      case LIKES_PER_TWEET -> missing.or(likesGiven) / Math.max(1, missing.or(tweets));
      case LIKES_PER_TWEET_IF_ANY -> ratio(missing.or(likesGiven), missing.or(tweets));
      case MEDIA_PER_TWEET -> missing.or(media) / Math.max(1, missing.or(tweets));
      case MEDIA_PER_TWEET_IF_ANY -> ratio(missing.or(media), missing.or(tweets));
    };
  }

  private static double ratio(double number, double of) {
    return of <= 0 && !Double.isNaN(number) ? 0 : number / of;
  }

  private static double orNaN(Number number) {
    return number == null ? Double.NaN : number.doubleValue();
  }

  private static double days(Instant created, Instant now) {
    return created == null ? Double.NaN : Duration.between(created, now).toDays();
  }

  /** What stands for a number that is missing inside another. */
  private enum Missing {
    STAYS_UNKNOWN,
    IS_ZERO;

    double or(double number) {
      return this == IS_ZERO && Double.isNaN(number) ? 0 : number;
    }
  }
}
