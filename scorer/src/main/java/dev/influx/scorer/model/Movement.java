package dev.influx.scorer.model;

import dev.influx.schemas.Contribution;
import dev.influx.schemas.Score;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one term, or one adjustment, did to the difference between two scores of one author. Where a
 * {@link Comparison} explains an author to a person, this is quick enough to ask for every author.
 *
 * @param term by the id that it has among the contributions of a score
 * @param points after less those before; a term that a model does not have brings none
 */
public record Movement(String term, double points) {

  /**
   * The one that did most for the way in which the score went; empty when the score is the same, or
   * when it is not known what one of the two is made of.
   */
  public static Optional<Movement> greatest(Score before, Score after) {
    if (before.getContributions().isEmpty() || after.getContributions().isEmpty()) {
      return Optional.empty();
    }
    double direction = Math.signum(after.getTotal() - before.getTotal());
    return differences(before, after).entrySet().stream()
        .map(term -> new Movement(term.getKey(), term.getValue()))
        .filter(movement -> movement.points * direction > 0)
        .max(Comparator.comparingDouble(movement -> movement.points * direction));
  }

  private static Map<String, Double> differences(Score before, Score after) {
    Map<String, Double> differences = new LinkedHashMap<>();
    for (Contribution each : after.getContributions()) {
      differences.merge(each.getTerm(), each.getPoints(), Double::sum);
    }
    for (Contribution each : before.getContributions()) {
      differences.merge(each.getTerm(), -each.getPoints(), Double::sum);
    }
    return differences;
  }
}
