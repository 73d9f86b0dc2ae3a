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

/** Harvests of the same list, round by round, and the middle of them. */
record HarvestReport(Machine machine, HarvestPlan plan, List<HarvestRun> runs) implements Report {
  private static final double BYTES_PER_MEGABYTE = 1e6;

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
    return head() + "\n" + speed() + "\n" + size();
  }

  private Table speed() {
    Table table =
        new Table(
            "part",
            "profiles/s",
            "seconds",
            "harvester us",
            "simulator us",
            "broker us",
            "others' CPUs");
    for (int round = 1; round <= runs.size(); round++) {
      List<HarvestRun> only = runs.subList(round - 1, round);
      speed(table, "round " + round, only, HarvestRun::whole);
      speed(table, "when warm", only, HarvestRun::warm);
    }
    if (runs.size() > 1) {
      speed(table, "medians", runs, HarvestRun::whole);
      speed(table, "when warm", runs, HarvestRun::warm);
    }
    return table;
  }

  private static void speed(
      Table table,
      String title,
      List<HarvestRun> of,
      Function<HarvestRun, Optional<Stretch>> part) {
    List<Stretch> stretches = of.stream().map(part).flatMap(Optional::stream).toList();
    table.row(
        title,
        Figures.whole(median(stretches, Stretch::profilesPerSecond)),
        Figures.decimals(median(stretches, Stretch::seconds)),
        Figures.decimals(median(stretches, Stretch::harvesterMicros)),
        Figures.decimals(median(stretches, Stretch::simulatorMicros)),
        Figures.decimals(median(stretches, Stretch::brokerMicros)),
        Figures.decimals(
            Figures.median(
                stretches.stream().flatMap(each -> each.othersCpus().stream()).toList())));
  }

  private Table size() {
    Table table =
        new Table(
            "round",
            "requests",
            "heap MiB at 10 %",
            "50 %",
            "90 %",
            "100 %",
            "peak RSS MiB",
            "journal MB");
    for (int round = 1; round <= runs.size(); round++) {
      HarvestRun run = runs.get(round - 1);
      table.row(
          Integer.toString(round),
          Long.toString(run.requests()),
          heap(run, 10),
          heap(run, 50),
          heap(run, 90),
          heap(run, 100),
          Figures.mebibytes(
              run.peakResidentBytes().stream().mapToObj(bytes -> (double) bytes).findFirst()),
          Figures.decimals(Optional.of(run.journalBytes() / BYTES_PER_MEGABYTE)));
    }
    return table;
  }

  private static String heap(HarvestRun run, int percent) {
    return Figures.mebibytes(
        Optional.ofNullable(run.heaps().get(percent)).map(bytes -> (double) bytes));
  }

  private static Optional<Double> median(List<Stretch> of, ToDoubleFunction<Stretch> figure) {
    return Figures.median(of.stream().map(figure::applyAsDouble).toList());
  }

  /** What was done, on what. */
  String head() {
    return String.format(
        "machine    %s%nplan       %s%noutcomes   %s%n",
        machine.describe(), plan.describe(), runs.get(runs.size() - 1).outcomes());
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
