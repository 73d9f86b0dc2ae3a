package dev.influx.scorer.model;

import static dev.influx.scorer.model.TestingModels.model;
import static dev.influx.scorer.model.TestingModels.nobody;
import static dev.influx.scorer.model.TestingModels.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.influx.scorer.model.Comparison.Row;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Subject AUTHOR =
      subject(
          nobody()
              .setFollowersCount(80_000L)
              .setListedCount(900L)
              .setTweetCount(4_000L)
              .setVerifiedType("blue")
              .build());

  @Test
  void theDifferencesOfAllTermsAreTheDifferenceOfTheScores() {
    Comparison comparison = Comparison.of(explain("m2@1"), explain("m2@2"));

    assertThat(comparison.rows().stream().mapToDouble(Row::difference).sum())
        .isCloseTo(comparison.difference(), within(1e-9));
    assertThat(comparison.rows())
        .extracting(
            Row::part, Row::term, row -> row.before().isPresent(), row -> row.after().isPresent())
        .contains(
            tuple("quality", "followers", true, true),
            tuple("quality", "rounded to one decimal", true, false),
            tuple("relevance", "keywords", true, false),
            tuple("relevance", "identity", false, true),
            tuple("total", "calibration shift", false, true))
        .doesNotHaveDuplicates();
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    Comparison comparison = Comparison.of(explain("m2@2"), explain("m2@2"));

    assertThat(comparison.difference()).isZero();
    assertThat(comparison.rows()).isNotEmpty().allMatch(row -> row.difference() == 0);
  }

  private static Explanation explain(String policy) {
    return model(policy).explain(AUTHOR).orElseThrow();
  }
}
