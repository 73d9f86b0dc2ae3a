package dev.influx.bench;

import java.time.Duration;
import picocli.CommandLine.Option;

/** What the benchmark of the monitor may be told. */
final class MonitorOptions {
  @Option(names = "--groups", defaultValue = "200", description = "(200)")
  private int groups;

  @Option(names = "--partitions", defaultValue = "2000", description = "of all groups (2000)")
  private int partitions;

  @Option(names = "--interval", defaultValue = "5", description = "seconds between looks (5)")
  private int interval;

  @Option(names = "--warm-up", defaultValue = "60", description = "seconds not counted (60)")
  private int warmUp;

  @Option(names = "--seconds", defaultValue = "120", description = "that are measured (120)")
  private int seconds;

  @Option(names = "--stops", defaultValue = "5", description = "of a consumer (5)")
  private int stops;

  @Option(names = "--format", defaultValue = "table", description = "of the figures (table)")
  private Options.Format format;

  MonitorBench.Plan plan() {
    return new MonitorBench.Plan(
        groups,
        partitions,
        Duration.ofSeconds(interval),
        Duration.ofSeconds(warmUp),
        Duration.ofSeconds(seconds),
        stops);
  }

  Options.Format format() {
    return format;
  }
}
