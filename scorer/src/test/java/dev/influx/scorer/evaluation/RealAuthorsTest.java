package dev.influx.scorer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.lists.policies.Policies;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.RealAuthors;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.model.Explanation;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the models must say of real authors. */
class RealAuthorsTest {
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final Map<String, History> AUTHORS = RealAuthors.histories();
  private static final Map<String, JsonNode> REFERENCE = RealAuthors.reference();

  @Test
  void m0IsThatOfTheReference() {
    Evaluator evaluator = evaluator("m0");

    assertThat(AUTHORS.keySet()).isNotEmpty().isEqualTo(REFERENCE.keySet());
    assertThat(AUTHORS)
        .allSatisfy(
            (id, history) -> {
              double expected = REFERENCE.get(id).get("m0").asDouble();
              assertThat(score(evaluator, history).getRounded()).isEqualTo(expected);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"m2@1", "m2@2"})
  void m2IsThatOfTheReference(String policy) {
    Evaluator evaluator = evaluator(policy);

    assertThat(AUTHORS)
        .allSatisfy(
            (id, history) -> {
              JsonNode expected = REFERENCE.get(id).get(policy);
              Score score = score(evaluator, history);
              assertThat(score.getVersion()).isEqualTo(policy);
              assertThat(score.getRounded()).isEqualTo(expected.get("score").asDouble());
              assertThat(score.getActivity()).isCloseTo(number(expected, "activity"), CLOSE);
              assertThat(score.getQuality()).isCloseTo(number(expected, "quality"), CLOSE);
              assertThat(score.getRelevance()).isCloseTo(number(expected, "relevance"), CLOSE);
              if (expected.has("exact")) {
                assertThat(score.getTotal()).isCloseTo(number(expected, "exact"), CLOSE);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"m0", "m2@1", "m2@2"})
  void explanationsAddUpToTheScores(String policy) {
    Evaluator evaluator = evaluator(policy);

    assertThat(AUTHORS)
        .allSatisfy(
            (id, history) -> {
              Explanation explanation = evaluator.explain(history).orElseThrow();
              Score score = score(evaluator, history);
              assertThat(explanation.score()).isEqualTo(score);
              assertThat(explanation.sum()).isCloseTo(score.getTotal(), within(1e-9));
            });
  }

  @Test
  void theCalibrationSpreadsAcceptedIndividualsOverTheScale() {
    Evaluator evaluator = evaluator(Policies.DEFAULT);
    List<Double> scores =
        RealAuthors.acceptedIndividuals().stream()
            .map(id -> score(evaluator, AUTHORS.get(id)).getRounded())
            .sorted()
            .toList();
    int count = scores.size();

    assertThat(count).isGreaterThan(100);
    assertThat(scores.get(0)).as("minimum of %s", scores).isBetween(15.0, 35.0);
    assertThat(scores.get(count - 1)).as("maximum of %s", scores).isBetween(90.0, 99.9);
    assertThat(scores.get(3 * count / 4) - scores.get(count / 4))
        .as("interquartile range of %s", scores)
        .isGreaterThanOrEqualTo(20);
    assertThat(scores.stream().filter(score -> score >= 80).count())
        .as("in 80 to 100 of %s", scores)
        .isGreaterThanOrEqualTo(count / 20);
  }

  private static double number(JsonNode expected, String name) {
    return expected.get(name).asDouble();
  }

  private static Evaluator evaluator(String policy) {
    return Evaluator.of(Policies.bundled().find(policy).orElseThrow());
  }

  private static Score score(Evaluator evaluator, History history) {
    return evaluator.judge(history).fold(ScoredProfile::getScore, RejectedProfile::getScore);
  }
}
