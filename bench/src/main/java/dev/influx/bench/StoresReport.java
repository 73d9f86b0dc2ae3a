package dev.influx.bench;

import dev.influx.bench.measure.Throughput;
import dev.influx.bench.worker.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The stores side by side. */
record StoresReport(Setting setting, PipeBench.Plan plan, List<StoreRun> runs) implements Report {

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>(setting.data());
    data.put("warm_up_share", plan.warmUp());
    data.put("rounds", plan.rounds());
    data.put("runs", runs.stream().map(StoreRun::data).toList());
    return data;
  }

  @Override
  public String table() {
    Table table =
        new Table(
            "store",
            "records/s",
            "app us/rec",
            "empty start s",
            "clean start s",
            "restore start s",
            "restored/s",
            "heap B/author",
            "RSS B/author",
            "others' CPUs");
    plan.levels().forEach(level -> row(table, level));
    return setting.describe() + restored() + "\n" + table;
  }

  private String restored() {
    return runs.stream()
        .findFirst()
        .map(
            run ->
                String.format(
                    "state      %,d authors, %,d records to restore%n",
                    run.authors(), run.restored()))
        .orElse("");
  }

  private void row(Table table, Level level) {
    table.row(
        level.title(),
        Figures.whole(median(level, run -> run.throughput().map(Throughput::recordsPerSecond))),
        Figures.decimals(
            median(level, run -> run.throughput().map(Throughput::appMicrosPerRecord))),
        Figures.decimals(median(level, run -> Optional.of(run.idleSeconds()))),
        Figures.decimals(median(level, run -> Optional.of(run.readySeconds()))),
        Figures.decimals(median(level, run -> Optional.of(run.restoreSeconds()))),
        Figures.whole(median(level, StoreRun::restoredPerSecond)),
        Figures.whole(median(level, run -> Optional.of(run.heapPerAuthor()))),
        Figures.whole(median(level, StoreRun::residentPerAuthor)),
        Figures.decimals(median(level, run -> run.throughput().flatMap(Throughput::othersCpus))));
  }

  private Optional<Double> median(Level level, Function<StoreRun, Optional<Double>> figure) {
    return Figures.median(
        runs.stream()
            .filter(run -> run.level() == level)
            .flatMap(run -> figure.apply(run).stream())
            .toList());
  }

  @Override
  public List<String> objections() {
    return List.of();
  }
}
