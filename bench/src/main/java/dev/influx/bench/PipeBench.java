package dev.influx.bench;

import dev.influx.bench.lab.Audit;
import dev.influx.bench.lab.ChildJvm;
import dev.influx.bench.lab.Equipment;
import dev.influx.bench.lab.Lab;
import dev.influx.bench.load.Crowd;
import dev.influx.bench.measure.Sample;
import dev.influx.bench.measure.Throughput;
import dev.influx.bench.worker.Level;
import dev.influx.bench.worker.Task;
import dev.influx.runtime.conservation.Conservation;
import dev.influx.runtime.conservation.ConservationAudit;
import dev.influx.schemas.topics.Topics;
import dev.influx.scorer.topology.ScorerTopology;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs levels over the same input, one after the other, each in a JVM of its own. */
final class PipeBench {
  private final Lab lab;
  private final Crowd crowd;
  private final double warmUp;

  private PipeBench(Lab lab, Crowd crowd, double warmUp) {
    this.lab = lab;
    this.crowd = crowd;
    this.warmUp = warmUp;
  }

  /** Every level as often as there are rounds; the order is the same in each round. */
  static PipeReport run(Equipment equipment, Crowd crowd, Plan plan, Consumer<String> progress) {
    Setting setting = Setting.here(equipment, crowd);
    try (Lab lab = Lab.open(equipment)) {
      PipeBench bench = new PipeBench(lab, crowd, plan.warmUp());
      lab.load(crowd, count -> progress.accept("loaded " + count));
      List<PipeRun> runs = new ArrayList<>();
      for (int round = 1; round <= plan.rounds(); round++) {
        for (Level level : plan.levels()) {
          runs.add(bench.run(level));
          progress.accept("round " + round + ": " + runs.get(runs.size() - 1).summary());
        }
      }
      return new PipeReport(setting, plan, runs);
    }
  }

  /** What to run, and which share of the input is not counted. */
  record Plan(List<Level> levels, int rounds, double warmUp) {}

  private PipeRun run(Level level) {
    Task task = lab.newTask(level);
    try (ChildJvm worker = lab.start(task)) {
      List<Sample> samples = lab.watch(task, worker, crowd.observations());
      Map<String, Long> outcomes = outcomes(worker.ask("outcomes"));
      OptionalLong peak = worker.meter().peakResidentBytes();
      long heap = Long.parseLong(worker.ask("heap"));
      Optional<Throughput> throughput = Throughput.of(samples, crowd.observations(), warmUp);
      return new PipeRun(level, throughput, peak, heap, outcomes, outputs(task), gap(task));
    }
  }

  private OptionalLong gap(Task task) {
    if (task.level().stores().isEmpty()) {
      return OptionalLong.empty();
    }
    ConservationAudit.Where where =
        new ConservationAudit.Where(
            task.topics().raw(),
            ScorerTopology.ledgerLog(task.application()),
            task.topics().dead());
    Optional<Conservation> account =
        new ConservationAudit(lab.kafka(), where, Clock.systemUTC()).look();
    return OptionalLong.of(crowd.observations() - account.map(PipeBench::results).orElse(0L));
  }

  private static long results(Conservation account) {
    return account.raw() - account.gapRecords();
  }

  static Map<String, Long> outcomes(String answer) {
    return Arrays.stream(answer.split(" "))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> Long.parseLong(pair[1]), Long::sum, TreeMap::new));
  }

  private Map<String, Audit> outputs(Task task) {
    Map<String, Audit> outputs = new TreeMap<>();
    if (task.level() == Level.COPY) {
      outputs.put("copies", lab.audit(task.copies()));
      return outputs;
    }
    Topics topics = task.topics();
    outputs.put("accepted", lab.audit(topics.accepted()));
    outputs.put("rejected", lab.audit(topics.rejected()));
    outputs.put("dead", lab.audit(topics.dead()));
    outputs.put("changelog", lab.audit(task.changelog()));
    return outputs;
  }
}
