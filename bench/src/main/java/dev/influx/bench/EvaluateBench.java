package dev.influx.bench;

import dev.influx.bench.load.UserFile;
import dev.influx.bench.measure.Machine;
import dev.influx.bench.measure.ProcessMeter;
import dev.influx.runtime.files.Scratch;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs {@code influx evaluate} as a user would, from the shell script on, over invented users. */
final class EvaluateBench {
  private static final long MILLIS_BETWEEN_LOOKS = 5;

  private final Path launcher;
  private final Scratch scratch;
  private final Path users;

  private EvaluateBench(Path launcher, Scratch scratch) {
    this.launcher = launcher;
    this.scratch = scratch;
    this.users = scratch.resolve("users.jsonl");
  }

  /**
   * Once more than there are rounds: the first run builds what is to be run, and does not count.
   */
  static EvaluateReport run(Path launcher, UserFile input, int rounds, Consumer<String> progress)
      throws IOException, InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    try (Scratch scratch = Scratch.create("influx-bench")) {
      EvaluateBench bench = new EvaluateBench(launcher, scratch);
      bench.write(input);
      progress.accept("wrote " + input.users() + " users; not counted: " + bench.run().summary());
      List<EvaluateRun> runs = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        runs.add(bench.run());
        progress.accept("round " + round + ": " + runs.get(round - 1).summary());
      }
      return new EvaluateReport(Machine.here(), input, Files.size(bench.users), load, runs);
    }
  }

  private void write(UserFile input) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(users))) {
      input.writeTo(out);
    }
  }

  private EvaluateRun run() throws IOException, InterruptedException {
    Path results = scratch.resolve("results.jsonl");
    ProcessBuilder builder =
        new ProcessBuilder(launcher.toString(), "evaluate", users.toString())
            .redirectOutput(results.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    Process process = builder.start();
    ProcessMeter meter = new ProcessMeter(process.toHandle());
    OptionalLong peak = OptionalLong.empty();
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
      OptionalLong now = meter.peakResidentBytes();
      peak = now.isPresent() ? now : peak;
      cpu = process.info().totalCpuDuration().orElse(cpu);
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    return new EvaluateRun(wall, cpu, peak, lines(results), process.exitValue());
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
