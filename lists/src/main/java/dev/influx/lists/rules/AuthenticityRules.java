package dev.influx.lists.rules;

import java.util.List;

/**
 * What X would not have answered of a real account. Weights of what is found are added up; from the
 * threshold on the author counts as made up.
 */
public record AuthenticityRules(
    String id,
    String description,
    double threshold,
    Snowflakes snowflakes,
    SequentialIds sequentialIds,
    Numbers numbers,
    Weights weights,
    Copies copies) {

  /**
   * Ids that hold the time of their making.
   *
   * @param fromId the least of them
   * @param toleranceSeconds how far the account may be younger or older than its id
   * @param nearSeconds up to here a difference weighs {@code nearWeight} only
   */
  public record Snowflakes(
      long fromId, long toleranceSeconds, long nearSeconds, double nearWeight) {}

  /**
   * Ids that were given one after the other.
   *
   * @param bendAtId from here on the later tolerance holds
   * @param inGapWeight what a date weighs that is off the curve, but between the points around it
   */
  public record SequentialIds(
      IdDates curve,
      double toleranceDays,
      long bendAtId,
      double laterToleranceDays,
      double inGapWeight) {}

  /**
   * Numbers that people make up.
   *
   * @param unlistedFromFollowers so many followers, and nobody put the account on a list
   * @param roundFrom so many numbers that are whole hundreds
   * @param runsFrom so many numbers whose digits count up or down
   */
  public record Numbers(long unlistedFromFollowers, long roundFrom, long runsFrom) {}

  /** What each finding weighs, each above 0 and at most 1. */
  public record Weights(
      double malformedId,
      double placeholderId,
      double idDate,
      double future,
      double beforeX,
      double midnight,
      double unlisted,
      double roundNumbers,
      double digitRuns) {}

  /**
   * When two accounts share what two accounts do not share.
   *
   * @param sameSecond {@code yes} if the second of creation counts
   * @param numbersFromTweets the same numbers count from so many posts on
   */
  public record Copies(Answer sameSecond, long numbersFromTweets) {}

  /** Points of a curve that rises: the id of an account, and when it was made. */
  public record IdDates(String id, String description, String source, List<Point> points) {
    public IdDates {
      points = List.copyOf(points);
    }
  }
}
