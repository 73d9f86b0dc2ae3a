package dev.influx.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.schemas.Score;
import dev.influx.scorer.model.Comparison;
import dev.influx.scorer.model.Explanation;
import dev.influx.scorer.model.Explanation.Adjustment;
import dev.influx.scorer.model.Explanation.Line;
import dev.influx.scorer.model.Explanation.Raise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An explanation as a program reads it: keys that are always there, numbers in full. */
final class ExplanationJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExplainedAuthor author;

  ExplanationJson(ExplainedAuthor author) {
    this.author = author;
  }

  /** One object, without a line break. */
  String line() {
    try {
      return JSON.writeValueAsString(object());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written as JSON", e);
    }
  }

  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", author.last().getId());
    object.put("handle", author.handle());
    object.put("observed_at", author.last().getFetchedAt().toString());
    object.putAll(judged(author));
    object.put("against", author.against().map(ExplanationJson::judged).orElse(null));
    object.put("differences", author.comparison().map(ExplanationJson::differences).orElse(null));
    return object;
  }

  private static Map<String, Object> judged(ExplainedAuthor author) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("policy", author.policy().getId());
    object.put("verdict", author.verdict());
    object.put("codes", author.codes());
    Optional<Explanation> explanation = author.explanation();
    Optional<Score> score = explanation.map(Explanation::score);
    object.put("score", score.map(Score::getRounded).orElse(null));
    object.put("total", score.map(Score::getTotal).orElse(null));
    object.put("activity", score.map(Score::getActivity).orElse(null));
    object.put("quality", score.map(Score::getQuality).orElse(null));
    object.put("relevance", score.map(Score::getRelevance).orElse(null));
    object.put("score_version", score.map(Score::getVersion).orElse(null));
    object.put(
        "terms",
        explanation
            .map(of -> of.lines().stream().map(ExplanationJson::term).toList())
            .orElse(List.of()));
    object.put(
        "adjustments",
        explanation
            .map(of -> of.adjustments().stream().map(ExplanationJson::adjustment).toList())
            .orElse(List.of()));
    object.put(
        "best_raise",
        explanation.flatMap(Explanation::best).map(ExplanationJson::raise).orElse(null));
    return object;
  }

  private static Map<String, Object> term(Line line) {
    Map<String, Object> term = new LinkedHashMap<>();
    term.put("part", line.part());
    term.put("term", line.term());
    term.put("input", line.input());
    term.put("seen", line.value().orElse(null));
    term.put("treatment", line.treatment().orElse(null));
    term.put("curve", line.curve());
    term.put("points", line.points());
    term.put("most", line.most().orElse(null));
    term.put("raise", line.raise().map(ExplanationJson::raise).orElse(null));
    return term;
  }

  private static Map<String, Object> adjustment(Adjustment adjustment) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("part", adjustment.part());
    object.put("adjustment", adjustment.kind().code());
    object.put("points", adjustment.points());
    return object;
  }

  private static Map<String, Object> raise(Raise raise) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("change", raise.change());
    object.put("gain", raise.gain());
    return object;
  }

  private static List<Map<String, Object>> differences(Comparison comparison) {
    return comparison.rows().stream().map(ExplanationJson::difference).toList();
  }

  private static Map<String, Object> difference(Comparison.Row row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("part", row.part());
    object.put("term", row.term());
    object.put("before", row.before().orElse(null));
    object.put("after", row.after().orElse(null));
    object.put("difference", row.difference());
    return object;
  }
}
