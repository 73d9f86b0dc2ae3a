package dev.influx.scorer.model;

import dev.influx.scorer.model.Explanation.Adjustment;
import dev.influx.scorer.model.Explanation.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two explanations of one author, term by term: what each brings before and after. */
public record Comparison(Explanation before, Explanation after, List<Row> rows) {

  public Comparison {
    rows = List.copyOf(rows);
  }

  /** Terms and adjustments are the same when part and name are. */
  public static Comparison of(Explanation before, Explanation after) {
    Map<List<String>, Row> rows = new LinkedHashMap<>();
    put(rows, before, Comparison::onlyBefore);
    put(rows, after, Comparison::onlyAfter);
    return new Comparison(before, after, new ArrayList<>(rows.values()));
  }

  /** In points of the total; the sum of the differences of all rows. */
  public double difference() {
    return after.score().getTotal() - before.score().getTotal();
  }

  private static void put(Map<List<String>, Row> rows, Explanation explanation, Side side) {
    for (Line line : explanation.lines()) {
      put(rows, side.row(line.part(), line.term(), line.points()));
    }
    for (Adjustment adjustment : explanation.adjustments()) {
      put(rows, side.row(adjustment.part(), adjustment.kind().words(), adjustment.points()));
    }
  }

  private static void put(Map<List<String>, Row> rows, Row row) {
    rows.merge(
        List.of(row.part(), row.term()),
        row,
        (old, added) -> new Row(old.part(), old.term(), old.before(), added.after()));
  }

  private static Row onlyBefore(String part, String term, double points) {
    return new Row(part, term, Optional.of(points), Optional.empty());
  }

  private static Row onlyAfter(String part, String term, double points) {
    return new Row(part, term, Optional.empty(), Optional.of(points));
  }

  private interface Side {
    Row row(String part, String term, double points);
  }

  /**
   * One term or adjustment.
   *
   * @param before its points of the total; empty when there is no such term
   */
  public record Row(String part, String term, Optional<Double> before, Optional<Double> after) {
    public double difference() {
      return after.orElse(0.0) - before.orElse(0.0);
    }
  }
}
