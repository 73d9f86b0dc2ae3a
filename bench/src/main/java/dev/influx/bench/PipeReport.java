package dev.influx.bench;

import dev.influx.bench.lab.Audit;
import dev.influx.bench.measure.Throughput;
import dev.influx.bench.worker.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The levels side by side, and whether they did the same work. */
record PipeReport(Setting setting, PipeBench.Plan plan, List<PipeRun> runs) implements Report {

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>(setting.data());
    data.put("warm_up_share", plan.warmUp());
    data.put("rounds", plan.rounds());
    data.put("runs", runs.stream().map(PipeRun::data).toList());
    data.put("objections", objections());
    return data;
  }

  @Override
  public String table() {
    Table table =
        new Table(
            "level",
            "records/s",
            "app us/rec",
            "broker us/rec",
            "peak RSS MiB",
            "heap MiB",
            "of L2",
            "of L3",
            "of scorer",
            "others' CPUs");
    plan.levels().forEach(level -> row(table, level));
    return setting.describe() + work() + "\n" + table;
  }

  private String work() {
    return runs.stream()
        .filter(run -> run.level() != Level.COPY)
        .findFirst()
        .map(
            run ->
                String.format(
                    "outcomes   %s; %d records withdrawn%n",
                    run.outcomes(),
                    run.outputs().values().stream().mapToLong(Audit::tombstones).sum()))
        .orElse("");
  }

  private void row(Table table, Level level) {
    Optional<Double> rate = median(level, Throughput::recordsPerSecond);
    table.row(
        level.title(),
        Figures.whole(rate),
        Figures.decimals(median(level, Throughput::appMicrosPerRecord)),
        Figures.decimals(median(level, Throughput::brokerMicrosPerRecord)),
        Figures.mebibytes(
            Figures.median(
                of(level).stream()
                    .flatMapToLong(run -> run.peakResidentBytes().stream())
                    .asDoubleStream()
                    .boxed()
                    .toList())),
        Figures.mebibytes(
            Figures.median(of(level).stream().map(run -> (double) run.heapBytes()).toList())),
        Figures.decimals(ratio(rate, Level.COPY)),
        Figures.decimals(ratio(rate, Level.PLAIN)),
        Figures.decimals(ratio(rate, Level.HASH)),
        Figures.decimals(
            Figures.median(throughputs(level).flatMap(run -> run.othersCpus().stream()).toList())));
  }

  private List<PipeRun> of(Level level) {
    return runs.stream().filter(run -> run.level() == level).toList();
  }

  private Optional<Double> median(Level level, ToDoubleFunction<Throughput> figure) {
    return Figures.median(throughputs(level).map(figure::applyAsDouble).toList());
  }

  private Stream<Throughput> throughputs(Level level) {
    return of(level).stream().flatMap(run -> run.throughput().stream());
  }

  private Optional<Double> ratio(Optional<Double> rate, Level limit) {
    return rate.flatMap(
        ours -> median(limit, Throughput::recordsPerSecond).map(theirs -> ours / theirs));
  }

  /** Every input must have one outcome, and all levels that judge must write the same records. */
  @Override
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    List<PipeRun> judging = runs.stream().filter(run -> run.level() != Level.COPY).toList();
    for (PipeRun run : judging) {
      long outcomes = run.outcomes().values().stream().mapToLong(Long::longValue).sum();
      if (outcomes != setting.crowd().observations()) {
        objections.add(run.level() + ": " + outcomes + " outcomes");
      }
      if (run.gap().orElse(0) != 0) {
        objections.add(run.level() + ": " + run.gap().getAsLong() + " inputs without a result");
      }
      if (!run.outputs().equals(judging.get(0).outputs())) {
        objections.add(run.level() + " wrote other records than " + judging.get(0).level());
      }
    }
    return objections;
  }
}
