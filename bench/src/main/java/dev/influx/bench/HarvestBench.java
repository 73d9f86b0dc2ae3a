package dev.influx.bench;

import dev.influx.bench.harvest.HarvestTask;
import dev.influx.bench.harvest.HarvesterProcess;
import dev.influx.bench.harvest.SimulatorProcess;
import dev.influx.bench.harvest.WindowUse;
import dev.influx.bench.lab.ChildJvm;
import dev.influx.bench.lab.Equipment;
import dev.influx.bench.lab.Lab;
import dev.influx.bench.measure.Machine;
import dev.influx.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Runs the harvester over a list, from HTTP to acknowledged records: broker, simulator and
 * harvester each in a JVM of its own, the harvester in a new one each round.
 */
final class HarvestBench {
  private static final List<String> SIMULATOR_JVM = List.of("-Xmx1g", "-XX:+UseParallelGC");

  private final Lab lab;
  private final HarvestPlan plan;
  private final ChildJvm simulator;
  private final URI api;
  private final Path handles;

  private HarvestBench(Lab lab, HarvestPlan plan) throws IOException {
    this.lab = lab;
    this.plan = plan;
    this.simulator = lab.start(SimulatorProcess.class, SIMULATOR_JVM, simulatorArguments(plan));
    this.handles = lab.place("handles.txt");
    plan.input().write(handles);
    this.api = URI.create(simulator.await("simulator"));
  }

  private static List<String> simulatorArguments(HarvestPlan plan) {
    HandleFile input = plan.input();
    return plan.limit()
        .map(
            limit ->
                SimulatorProcess.limited(
                    input.seed(), input.authors(), limit.requests(), limit.window()))
        .orElseGet(() -> SimulatorProcess.unlimited(input.seed(), input.authors()));
  }

  static Report run(Equipment equipment, HarvestPlan plan, Consumer<String> progress)
      throws IOException {
    try (Lab lab = Lab.open(equipment)) {
      HarvestBench bench = new HarvestBench(lab, plan);
      List<HarvestRun> runs = new ArrayList<>();
      for (int round = 1; round <= plan.rounds(); round++) {
        runs.add(bench.run(round));
        progress.accept("round " + round + ": " + runs.get(round - 1).summary());
      }
      HarvestReport report = new HarvestReport(Machine.here(), plan, runs);
      return plan.limit().isPresent()
          ? new WindowsReport(report, WindowUse.read(bench.simulator.ask("windows")))
          : report;
    }
  }

  private HarvestRun run(int round) throws IOException {
    Topics topics = lab.newTopics("round" + round);
    HarvestTask task =
        new HarvestTask(
            api,
            lab.kafka().bootstrapServers(),
            lab.registryUrl(),
            topics.prefix(),
            handles,
            lab.place("round" + round),
            plan.parallel());
    try (ChildJvm harvester =
        lab.start(HarvesterProcess.class, plan.jvmOptions(), task.toArguments())) {
      harvester.await("started");
      HarvestWatch watch =
          new HarvestWatch(harvester, simulator.meter(), lab.brokerMeter(), plan.input().handles());
      watch.untilSettled();
      OptionalLong peak = harvester.meter().peakResidentBytes();
      return new HarvestRun(
          watch.whole(),
          watch.warm(),
          watch.requests(),
          watch.heaps(),
          peak,
          Files.size(task.journal()),
          PipeBench.outcomes(harvester.ask("outcomes")),
          lab.audit(topics.raw()));
    }
  }
}
