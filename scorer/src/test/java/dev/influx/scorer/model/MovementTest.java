package dev.influx.scorer.model;

import static dev.influx.scorer.model.TestingModels.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.influx.schemas.Contribution;
import dev.influx.schemas.Score;
import dev.influx.scorer.model.Comparison.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MovementTest {
  private static final Contribution FOLLOWERS = new Contribution("quality.followers", 30.0);

  @Test
  void isThatOfTheTermThatDidMostInTheDirectionOfTheScore() {
    Score before = score(40, FOLLOWERS, new Contribution("quality.badge", 10.0));
    Score after =
        score(50, new Contribution("quality.followers", 45.0), new Contribution("total.cut", 5.0));

    assertThat(Movement.greatest(before, after)).contains(new Movement("quality.followers", 15));
    assertThat(Movement.greatest(after, before)).contains(new Movement("quality.followers", -15));
  }

  @Test
  void aTermThatOneModelDoesNotHaveBringsNothingThere() {
    assertThat(
            Movement.greatest(score(30, FOLLOWERS), score(3, new Contribution("reach.all", 3.0))))
        .contains(new Movement("quality.followers", -30));
  }

  @Test
  void whereNothingMovesThereIsNone() {
    assertThat(Movement.greatest(score(30, FOLLOWERS), score(30, FOLLOWERS))).isEmpty();
  }

  @Test
  void ofAScoreWhoseTermsAreNotKnownThereIsNone() {
    assertThat(Movement.greatest(score(30), score(40, FOLLOWERS))).isEmpty();
    assertThat(Movement.greatest(score(40, FOLLOWERS), score(30))).isEmpty();
  }

  /** Where a term and an adjustment bring the same in both, either may be named. */
  @Test
  void isTheGreatestRowOfTheComparison() {
    for (long seed = 1; seed <= 200; seed++) {
      RandomAuthors random = new RandomAuthors(seed);
      Subject author = TestingModels.subject(random.profile(), random.domain());
      Explanation before = model("m2@1").explain(author).orElseThrow();
      Explanation after = model("m2@2").explain(author).orElseThrow();
      Comparison comparison = Comparison.of(before, after);
      double direction = Math.signum(comparison.difference());
      double greatest =
          comparison.rows().stream()
              .mapToDouble(Row::difference)
              .map(difference -> difference * direction)
              .max()
              .orElseThrow();

      Optional<Movement> movement = Movement.greatest(before.score(), after.score());

      assertThat(movement.orElseThrow().points() * direction)
          .as("seed %d", seed)
          .isCloseTo(greatest, within(1e-9));
    }
  }

  private static Score score(double total, Contribution... contributions) {
    return Score.newBuilder()
        .setVersion("t@1")
        .setTotal(total)
        .setRounded(total)
        .setContributions(List.of(contributions))
        .build();
  }
}
