package dev.influx.bench;

import dev.influx.bench.measure.Machine;
import dev.influx.bench.micro.Micro;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What benchmarks of pure code can be told. */
final class MicroOptions {
  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = "X user objects, one a line (1,000 invented ones)")
  private Path users;

  @Option(names = "--only", split = ",", description = "benchmarks to run (all)")
  private List<String> only = List.of();

  @Option(names = "--policies", split = ",", description = "to measure (all)")
  private List<String> policies = List.of();

  @Option(names = "--forks", defaultValue = "1", description = "JVMs of every benchmark (1)")
  private int forks;

  @Option(names = "--warm-ups", defaultValue = "3", description = "iterations not counted (3)")
  private int warmUps;

  @Option(names = "--iterations", defaultValue = "5", description = "that count (5)")
  private int iterations;

  @Option(names = "--seconds", defaultValue = "2", description = "of every iteration (2)")
  private int seconds;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "of the figures: ${COMPLETION-CANDIDATES} (table)")
  private Options.Format format;

  Options.Format format() {
    return format;
  }

  MicroReport measure(Micro.Subject subject) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Optional<Path> file = Optional.ofNullable(users);
    Micro.Plan plan = new Micro.Plan(file, only, policies, forks, warmUps, iterations, seconds);
    String input = file.map(path -> "authors of " + path.getFileName()).orElse("invented authors");
    return new MicroReport(Machine.here(), input, load, Micro.run(subject, plan, System.err));
  }
}
