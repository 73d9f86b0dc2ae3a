package dev.influx.bench.micro;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of a class one after the other, each in fresh JVMs on one thread. */
public final class Micro {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Micro() {}

  /** What is measured: the score models, the gates, or the search for terms. */
  public enum Subject {
    MODEL(ModelBenchmark.class),
    GATES(GatesBenchmark.class),
    MATCHER(MatcherBenchmark.class);

    private final Class<?> benchmarks;

    Subject(Class<?> benchmarks) {
      this.benchmarks = benchmarks;
    }
  }

  /**
   * How long and on what to measure.
   *
   * @param users a file of X user objects, one a line; without one, authors are invented
   * @param only the benchmarks to run; every one if empty
   * @param policies for which to measure; every one if empty
   */
  public record Plan(
      Optional<Path> users,
      List<String> only,
      List<String> policies,
      int forks,
      int warmUps,
      int iterations,
      int seconds) {}

  /** Measures, and lets JMH tell how it goes on. */
  public static List<MicroRun> run(Subject subject, Plan plan, PrintStream progress) {
    OutputFormat told = OutputFormatFactory.createFormatInstance(progress, VerboseMode.NORMAL);
    try {
      return new Runner(options(subject, plan), told).run().stream().map(Micro::run).toList();
    } catch (RunnerException e) {
      throw new IllegalStateException("a benchmark failed: " + e.getMessage(), e);
    }
  }

  private static Options options(Subject subject, Plan plan) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(included(subject, plan))
            .mode(Mode.Throughput)
            .timeUnit(TimeUnit.SECONDS)
            .threads(1)
            .forks(plan.forks())
            .warmupIterations(plan.warmUps())
            .measurementIterations(plan.iterations())
            .warmupTime(TimeValue.seconds(plan.seconds()))
            .measurementTime(TimeValue.seconds(plan.seconds()))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    plan.users().ifPresent(file -> options.param("users", file.toAbsolutePath().toString()));
    if (subject != Subject.MATCHER && !plan.policies().isEmpty()) {
      options.param("policy", plan.policies().toArray(String[]::new));
    }
    return options.build();
  }

  private static String included(Subject subject, Plan plan) {
    String all = Pattern.quote(subject.benchmarks.getName()) + "\\.";
    return plan.only().isEmpty() ? all : all + "(" + String.join("|", plan.only()) + ")$";
  }

  private static MicroRun run(RunResult result) {
    Result<?> rate = result.getPrimaryResult();
    return new MicroRun(
        rate.getLabel(),
        Optional.ofNullable(result.getParams().getParam("policy")),
        rate.getScore(),
        rate.getScoreError(),
        Optional.ofNullable(result.getSecondaryResults().get(ALLOCATED))
            .map(allocated -> allocated.getScore()));
  }
}
