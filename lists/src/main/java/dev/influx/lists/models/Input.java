package dev.influx.lists.models;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.influx.lists.canonical.Written;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A number about an author that a rule may look at. */
public enum Input implements Written.AsScalar {
  FOLLOWERS("followers"),
  TWEETS("tweets"),
  LISTED("listed"),
  LIKES_GIVEN("likes_given"),
  MEDIA("media"),
  /** Followers for each account followed, one more counted so that nobody divides by none. */
  FOLLOWERS_PER_FOLLOWING("followers_per_following"),
  /** From the samples of the last month where there are enough, else over the account's life. */
  TWEETS_PER_DAY("tweets_per_day"),
  /** Over the account's life; 0 on its first day. */
  LIFETIME_TWEETS_PER_DAY("lifetime_tweets_per_day"),
  /** Whole days since the account was created, at least one, in years. */
  ACCOUNT_YEARS("account_years"),
  /** The same, but 0 on the first day. */
  ELAPSED_YEARS("elapsed_years"),
  /** Likes given for each tweet; without a tweet as if there were one. */
  LIKES_PER_TWEET("likes_per_tweet"),
  /** Likes given for each tweet; without a tweet 0. */
  LIKES_PER_TWEET_IF_ANY("likes_per_tweet_if_any"),
  /** Media for each tweet; without a tweet as if there were one. */
  MEDIA_PER_TWEET("media_per_tweet"),
  /** Media for each tweet; without a tweet 0. */
  MEDIA_PER_TWEET_IF_ANY("media_per_tweet_if_any");

  static final Map<String, Input> BY_CODE =
      Stream.of(values()).collect(toUnmodifiableMap(Input::code, Function.identity()));

  private final String code;

  Input(String code) {
    this.code = code;
  }

  /** The name in model files and explanations. */
  public String code() {
    return code;
  }

  @Override
  public String scalar() {
    return code;
  }

  /**
   * What a rule yields when its input is not known.
   *
   * @param result what it yields then; without meaning in the other two ways
   */
  public record Unknown(Way way, double result) implements Written.AsScalar {

    /** The three things that can be done. */
    public enum Way {
      /** A result of its own. */
      YIELDS,
      /** Each number that is missing counts as 0. */
      COUNTS_AS_ZERO,
      /** The author gets no score from the model. */
      NO_SCORE
    }

    static final String AS_ZERO = "as_zero";
    static final String NO_SCORE = "no_score";

    public static Unknown yields(double result) {
      return new Unknown(Way.YIELDS, result);
    }

    public static Unknown countsAsZero() {
      return new Unknown(Way.COUNTS_AS_ZERO, 0);
    }

    public static Unknown noScore() {
      return new Unknown(Way.NO_SCORE, 0);
    }

    @Override
    public Object scalar() {
      return switch (way) {
        case YIELDS -> result;
        case COUNTS_AS_ZERO -> AS_ZERO;
        case NO_SCORE -> NO_SCORE;
      };
    }
  }
}
