package dev.influx.lists.rules;

import dev.influx.lists.library.Library;
import dev.influx.lists.library.Library.Part;
import dev.influx.lists.rules.AuthenticityRules.Copies;
import dev.influx.lists.rules.AuthenticityRules.IdDates;
import dev.influx.lists.rules.AuthenticityRules.Numbers;
import dev.influx.lists.rules.AuthenticityRules.SequentialIds;
import dev.influx.lists.rules.AuthenticityRules.Snowflakes;
import dev.influx.lists.rules.AuthenticityRules.Weights;
import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.Optional;

/** Reads what tells accounts that X answered for from those that somebody made up. */
final class AuthenticityReader {

  private static final long MOST = 999_999_999_999_999_999L;
  private static final Part<IdDates> CURVE =
      new Part<>("curves/", "id_dates@1", IdDatesReader::read, IdDates::id);

  private final Library library;

  AuthenticityReader(Library library) {
    this.library = library;
  }

  Optional<AuthenticityRules> read(StrictMapping root) {
    String id = RulesReader.id(root, "authenticity");
    String description = root.text("description");
    double threshold = root.number("threshold", Range.POSITIVE);
    Optional<Snowflakes> snowflakes =
        root.mapping("snowflakes").flatMap(AuthenticityReader::snowflakes);
    Optional<SequentialIds> sequentialIds =
        root.mapping("sequential_ids").flatMap(this::sequentialIds);
    Optional<Numbers> numbers = root.mapping("numbers").flatMap(AuthenticityReader::numbers);
    Optional<Weights> weights = root.mapping("weights").flatMap(AuthenticityReader::weights);
    Optional<Copies> copies = root.mapping("copies").flatMap(AuthenticityReader::copies);
    return root.complete(
        () ->
            new AuthenticityRules(
                id,
                description,
                threshold,
                snowflakes.orElseThrow(),
                sequentialIds.orElseThrow(),
                numbers.orElseThrow(),
                weights.orElseThrow(),
                copies.orElseThrow()));
  }

  private static Optional<Snowflakes> snowflakes(StrictMapping snowflakes) {
    long fromId = snowflakes.value("from_id").wholeNumber(1, MOST);
    long tolerance = snowflakes.value("tolerance_seconds").wholeNumber(0, MOST);
    StrictValue nearValue = snowflakes.value("near_seconds");
    long near = nearValue.wholeNumber(0, MOST);
    double nearWeight = snowflakes.number("near_weight", Range.WEIGHT);
    return snowflakes.complete(
        () -> {
          if (near < tolerance) {
            nearValue.refuse("is below tolerance_seconds", "raise it: what is near lies outside");
          }
          return new Snowflakes(fromId, tolerance, near, nearWeight);
        });
  }

  private Optional<SequentialIds> sequentialIds(StrictMapping ids) {
    Optional<IdDates> curve = library.readOrFind(ids.value("curve"), CURVE);
    double tolerance = ids.number("tolerance_days", Range.POSITIVE);
    long bendAtId = ids.value("bend_at_id").wholeNumber(1, MOST);
    double later = ids.number("later_tolerance_days", Range.POSITIVE);
    double inGap = ids.number("in_gap_weight", Range.WEIGHT);
    return ids.complete(
        () -> new SequentialIds(curve.orElseThrow(), tolerance, bendAtId, later, inGap));
  }

  private static Optional<Numbers> numbers(StrictMapping numbers) {
    long unlisted = numbers.value("unlisted_from_followers").wholeNumber(1, MOST);
    long round = numbers.value("round_from").wholeNumber(1, MOST);
    long runs = numbers.value("runs_from").wholeNumber(1, MOST);
    return numbers.complete(() -> new Numbers(unlisted, round, runs));
  }

  private static Optional<Weights> weights(StrictMapping weights) {
    double malformedId = weights.number("malformed_id", Range.WEIGHT);
    double placeholderId = weights.number("placeholder_id", Range.WEIGHT);
    double idDate = weights.number("id_date", Range.WEIGHT);
    double future = weights.number("future", Range.WEIGHT);
    double beforeX = weights.number("before_x", Range.WEIGHT);
    double midnight = weights.number("midnight", Range.WEIGHT);
    double unlisted = weights.number("unlisted", Range.WEIGHT);
    double roundNumbers = weights.number("round_numbers", Range.WEIGHT);
    double digitRuns = weights.number("digit_runs", Range.WEIGHT);
    return weights.complete(
        () ->
            new Weights(
                malformedId,
                placeholderId,
                idDate,
                future,
                beforeX,
                midnight,
                unlisted,
                roundNumbers,
                digitRuns));
  }

  private static Optional<Copies> copies(StrictMapping copies) {
    Answer sameSecond = Answer.of(copies.value("same_second").yesOrNo());
    long fromTweets = copies.value("numbers_from_tweets").wholeNumber(0, MOST);
    return copies.complete(() -> new Copies(sameSecond, fromTweets));
  }
}
