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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the stores of the scorer side by side: speed, restore, memory. */
final class StoresBench {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Lab lab;
  private final Crowd crowd;
  private final double warmUp;

  private StoresBench(Lab lab, Crowd crowd, double warmUp) {
    this.lab = lab;
    this.crowd = crowd;
    this.warmUp = warmUp;
  }

  static StoresReport run(
      Equipment equipment, Crowd crowd, PipeBench.Plan plan, Consumer<String> progress) {
    Setting setting = Setting.here(equipment, crowd);
    try (Lab lab = Lab.open(equipment)) {
      StoresBench bench = new StoresBench(lab, crowd, plan.warmUp());
      lab.load(crowd, count -> progress.accept("loaded " + count));
      List<StoreRun> runs = new ArrayList<>();
      for (int round = 1; round <= plan.rounds(); round++) {
        for (Level level : plan.levels()) {
          runs.add(bench.run(level));
          progress.accept("round " + round + ": " + runs.get(runs.size() - 1).summary());
        }
      }
      return new StoresReport(setting, plan, runs);
    }
  }

  private StoreRun run(Level level) {
    Start idle = idle(level);
    Task task = lab.newTask(level);
    Optional<Throughput> throughput = throughput(task);
    Start kept = start(task);
    lab.deleteState(task);
    Start restored = start(task);
    Audit changelog = lab.audit(task.changelog());
    return new StoreRun(
        level,
        throughput,
        changelog.keys(),
        changelog.records(),
        restored.seconds(),
        kept.seconds(),
        idle.seconds(),
        idle.memory(),
        restored.memory());
  }

  /** The second start: the first one also makes the changelogs. */
  private Start idle(Level level) {
    Task task = lab.newIdleTask(level);
    start(task);
    return start(task);
  }

  private Optional<Throughput> throughput(Task task) {
    try (ChildJvm worker = lab.start(task)) {
      List<Sample> samples = lab.watch(task, worker, crowd.observations());
      return Throughput.of(samples, crowd.observations(), warmUp);
    }
  }

  /** From the start of the process until it says that it runs with everything restored. */
  private Start start(Task task) {
    long began = System.nanoTime();
    try (ChildJvm worker = lab.start(task)) {
      worker.await("ready");
      double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
      long heap = Long.parseLong(worker.ask("heap"));
      Optional<Long> resident = worker.meter().residentBytes().stream().boxed().findFirst();
      return new Start(seconds, new StoreRun.Memory(heap, resident));
    }
  }

  private record Start(double seconds, StoreRun.Memory memory) {}
}
