package dev.influx.bench;

import dev.influx.bench.lab.ChildJvm;
import dev.influx.bench.lab.Equipment;
import dev.influx.bench.lab.Lab;
import dev.influx.bench.lab.NewsFlow;
import dev.influx.bench.lab.PolicySwitch;
import dev.influx.bench.lab.Verdicts;
import dev.influx.bench.load.Crowd;
import dev.influx.bench.load.Loader;
import dev.influx.bench.worker.Level;
import dev.influx.bench.worker.Task;
import dev.influx.lists.policies.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts one policy after the other into force while observations keep coming in, and measures how
 * fast all authors are judged again and how long the observations meanwhile take.
 */
final class RescoreBench {
  private static final int LINGER_MILLIS = 100;
  private static final Duration CALM = Duration.ofSeconds(5);
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final String THERE = "m2_simulated@1";
  private static final String BACK = "m2_simulated@2";

  private final Lab lab;
  private final Crowd crowd;
  private final Plan plan;

  private RescoreBench(Lab lab, Crowd crowd, Plan plan) {
    this.lab = lab;
    this.crowd = crowd;
    this.plan = plan;
  }

  /**
   * What to do.
   *
   * @param liveRate observations a second
   * @param rounds changes of the policy, there and back
   */
  record Plan(Level level, int liveRate, int rounds, Consumer<String> progress) {}

  static RescoreReport run(Equipment equipment, Crowd crowd, Plan plan) {
    Setting setting = Setting.here(equipment, crowd);
    Instant yesterday = InstantSource.system().instant().minus(Duration.ofDays(1));
    try (Lab lab = Lab.open(equipment)) {
      try (Loader loader = lab.loader(LINGER_MILLIS)) {
        loader.introduce(crowd, yesterday);
      }
      plan.progress().accept("introduced " + crowd.authors() + " authors");
      RescoreBench bench = new RescoreBench(lab, crowd, plan);
      return new RescoreReport(setting, plan.liveRate(), bench.run(plan.level()));
    }
  }

  private List<RescoreRun> run(Level level) {
    Task task = lab.newTask(level);
    List<RescoreRun> runs = new ArrayList<>();
    try (ChildJvm worker = lab.start(task);
        PolicySwitch policies = lab.policySwitch(task)) {
      lab.watch(task, worker, crowd.authors());
      plan.progress().accept("known to the scorer");
      for (int round = 0; round < plan.rounds(); round++) {
        runs.add(change(level, task, worker, policies, round % 2 == 0 ? THERE : BACK));
        plan.progress().accept(runs.get(round).summary());
      }
    }
    return runs;
  }

  private RescoreRun change(
      Level level, Task task, ChildJvm worker, PolicySwitch policies, String policy) {
    try (Verdicts verdicts = lab.verdicts(task);
        NewsFlow flow = NewsFlow.start(lab, crowd, plan.liveRate())) {
      verdicts.readFor(WARM_UP);
      var unused = verdicts.take();
      verdicts.readFor(CALM);
      List<Double> calm = verdicts.take();
      Duration cpu = worker.meter().cpu();
      Instant start = policies.activate(Policies.bundled().find(policy).orElseThrow());
      verdicts.readUntil(() -> policies.settled(policy).isPresent());
      double busy = worker.meter().cpu().minus(cpu).toMillis() / MILLIS_PER_SECOND;
      Instant end = policies.settled(policy).orElseThrow();
      double seconds = PolicySwitch.seconds(start, end);
      return new RescoreRun(level, policy, crowd.authors(), seconds, busy, calm, verdicts.take());
    }
  }
}
