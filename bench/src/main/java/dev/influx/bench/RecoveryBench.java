package dev.influx.bench;

import dev.influx.bench.RecoveryRun.Comeback;
import dev.influx.bench.lab.ChildJvm;
import dev.influx.bench.lab.Equipment;
import dev.influx.bench.lab.Lab;
import dev.influx.bench.lab.Lookout;
import dev.influx.bench.lab.NewsFlow;
import dev.influx.bench.load.Crowd;
import dev.influx.bench.load.Loader;
import dev.influx.bench.worker.Level;
import dev.influx.bench.worker.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Ends {@code influx scorer run}, rudely and in order, starts it again, and waits for its first new
 * verdict after that.
 */
final class RecoveryBench {
  private static final int NEWS_PER_SECOND = 200;
  private static final int LINGER_MILLIS = 100;

  /** The first leaves the classes that later starts find; the others are for the broker's code. */
  private static final int UNCOUNTED = 4;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Lab lab;
  private final Path launcher;
  private final Task task;
  private final Lookout lookout;
  private final Random phase = new Random(1);
  private ChildJvm worker;

  private RecoveryBench(Lab lab, Path launcher, Task task, Lookout lookout) {
    this.lab = lab;
    this.launcher = launcher;
    this.task = task;
    this.lookout = lookout;
    this.worker = lab.startCommand(launcher, task);
  }

  /** How many, after some that do not count. */
  record Rounds(int count, Consumer<String> progress) {}

  /** Loads every author once, and goes on with news while scorers come and go. */
  static RecoveryReport run(
      Equipment equipment, Path launcher, Crowd crowd, List<Level> levels, Rounds rounds) {
    Setting setting = Setting.here(equipment, crowd);
    Instant yesterday = InstantSource.system().instant().minus(Duration.ofDays(1));
    try (Lab lab = Lab.open(equipment)) {
      try (Loader loader = lab.loader(LINGER_MILLIS)) {
        loader.introduce(crowd, yesterday);
      }
      List<RecoveryRun> runs = new ArrayList<>();
      try (NewsFlow flow = NewsFlow.start(lab, crowd, NEWS_PER_SECOND)) {
        for (Level level : levels) {
          runs.add(run(lab, launcher, level, rounds));
        }
      }
      return new RecoveryReport(setting, NEWS_PER_SECOND, runs);
    }
  }

  private static RecoveryRun run(Lab lab, Path launcher, Level level, Rounds rounds) {
    Task task = lab.newTask(level);
    List<Comeback> crashes = new ArrayList<>();
    List<Comeback> restarts = new ArrayList<>();
    try (Lookout lookout = lab.lookout(task)) {
      RecoveryBench bench = new RecoveryBench(lab, launcher, task, lookout);
      lookout.awaitBehind(lookout.mark());
      for (int round = 1; round <= UNCOUNTED; round++) {
        bench.comeBack(ChildJvm::close);
      }
      for (int round = 1; round <= rounds.count(); round++) {
        crashes.add(bench.comeBack(ChildJvm::kill));
        restarts.add(bench.comeBack(ChildJvm::close));
        rounds
            .progress()
            .accept(
                String.format(
                    "%s, round %d: %.2f s after a kill, %.2f s after a stop",
                    level.title(),
                    round,
                    crashes.get(round - 1).totalSeconds(),
                    restarts.get(round - 1).totalSeconds()));
      }
      bench.worker.close();
    }
    return new RecoveryRun(level, crashes, restarts);
  }

  /**
   * The mark is set after the end of the old process, so that nothing behind it can be its work.
   */
  private Comeback comeBack(Consumer<ChildJvm> end) {
    long ordered = System.nanoTime();
    end.accept(worker);
    long gone = System.nanoTime();
    worker = lab.startCommand(launcher, task);
    long first = lookout.awaitBehind(lookout.mark());
    settle();
    return new Comeback(seconds(ordered, gone), seconds(gone, first), seconds(ordered, first));
  }

  /** The next end is to meet a scorer at its ordinary work, anywhere between two commits. */
  private void settle() {
    lookout.awaitBehind(lookout.mark());
    lookout.readFor(Duration.ofMillis(1_000 + phase.nextInt(1_000)));
  }

  private static double seconds(long from, long to) {
    return (to - from) / NANOS_PER_SECOND;
  }
}
