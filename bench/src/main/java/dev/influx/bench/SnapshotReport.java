package dev.influx.bench;

import dev.influx.bench.measure.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What it takes to keep and publish a list. */
record SnapshotReport(Machine machine, SnapshotBench.Plan plan, List<Figure> figures)
    implements Report {

  /** One figure; its name says the unit. */
  record Figure(String what, double value) {}

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("machine", machine.describe());
    data.put("authors", plan.authors());
    data.put("changes", plan.changes());
    data.put("seed", plan.seed());
    figures.forEach(figure -> data.put(figure.what(), figure.value()));
    return data;
  }

  @Override
  public String table() {
    Table table = new Table("what", "figure");
    for (Figure figure : figures) {
      table.row(figure.what(), Figures.decimals(Optional.of(figure.value())));
    }
    return String.format(
        "machine    %s%ninput      %,d invented authors, seed %d%n%n%s",
        machine.describe(), plan.authors(), plan.seed(), table);
  }

  @Override
  public List<String> objections() {
    return List.of();
  }
}
