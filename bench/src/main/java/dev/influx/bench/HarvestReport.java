package dev.influx.bench;

import dev.influx.bench.harvest.Stretch;
import dev.influx.bench.measure.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Harvests of the same list, round by round, and the middle of them. */
record HarvestReport(Machine machine, HarvestPlan plan, List<HarvestRun> runs) implements Report {

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("machine", machine.describe());
    data.put("plan", plan.describe());
    data.put("handles", plan.input().handles());
    data.put("parallel", plan.parallel());
    data.put("runs", runs.stream().map(HarvestRun::data).toList());
    data.put("objections", objections());
    return data;
  }

  @Override
  public String table() {
    Table table =
        new Table(
            "round",
            "profiles/s",
            "when warm",
            "harvester us",
            "simulator us",
            "broker us",
            "requests",
            "heap MiB at 10/50/90/100 %",
            "peak RSS MiB",
            "journal MB",
            "others' CPUs");
    for (int round = 1; round <= runs.size(); round++) {
      row(table, Integer.toString(round), runs.subList(round - 1, round));
    }
    if (runs.size() > 1) {
      row(table, "median", runs);
    }
    return head() + "\n" + table;
  }

  /** What was done, on what. */
  String head() {
    return String.format(
        "machine    %s%nplan       %s%noutcomes   %s%n",
        machine.describe(), plan.describe(), runs.get(runs.size() - 1).outcomes());
  }

  private static void row(Table table, String title, List<HarvestRun> of) {
    table.row(
        title,
        Figures.whole(median(of, HarvestRun::whole, Stretch::profilesPerSecond)),
        Figures.whole(median(of, HarvestRun::warm, Stretch::profilesPerSecond)),
        Figures.decimals(median(of, HarvestRun::whole, Stretch::harvesterMicros)),
        Figures.decimals(median(of, HarvestRun::whole, Stretch::simulatorMicros)),
        Figures.decimals(median(of, HarvestRun::whole, Stretch::brokerMicros)),
        Figures.whole(median(of, run -> run.requests())),
        String.join(
            "/",
            of.get(0).heaps().keySet().stream()
                .map(percent -> Figures.mebibytes(median(of, run -> run.heaps().get(percent))))
                .toList()),
        Figures.mebibytes(
            Figures.median(
                of.stream()
                    .flatMapToLong(run -> run.peakResidentBytes().stream())
                    .asDoubleStream()
                    .boxed()
                    .toList())),
        Figures.decimals(median(of, run -> run.journalBytes() / 1e6)),
        Figures.decimals(
            Figures.median(
                stretches(of, HarvestRun::whole)
                    .flatMap(stretch -> stretch.othersCpus().stream())
                    .toList())));
  }

  private static Optional<Double> median(
      List<HarvestRun> of,
      Function<HarvestRun, Optional<Stretch>> part,
      ToDoubleFunction<Stretch> figure) {
    return Figures.median(stretches(of, part).map(figure::applyAsDouble).toList());
  }

  private static Optional<Double> median(List<HarvestRun> of, ToDoubleFunction<HarvestRun> figure) {
    return Figures.median(of.stream().map(figure::applyAsDouble).toList());
  }

  private static Stream<Stretch> stretches(
      List<HarvestRun> of, Function<HarvestRun, Optional<Stretch>> part) {
    return of.stream().map(part).flatMap(Optional::stream);
  }

  /** Every handle must have one outcome, and everybody who was found one record. */
  @Override
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    for (HarvestRun run : runs) {
      if (run.settled() != plan.input().handles()) {
        objections.add(run.settled() + " outcomes of " + plan.input().handles() + " handles");
      }
      if (run.raw().keys() != run.found() || run.raw().records() != run.found()) {
        objections.add(run.raw() + " in the raw topic, but " + run.found() + " were found");
      }
    }
    return objections;
  }
}
