package dev.influx.bench;

import dev.influx.bench.lab.Equipment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What the benchmark of the harvester can be told. */
final class HarvestOptions {
  @Option(names = "--handles", defaultValue = "200000", description = "to ask for (200000)")
  private int handles;

  @Option(names = "--parallel", defaultValue = "3", description = "requests at a time, at most (3)")
  private int parallel;

  @Option(names = "--rounds", defaultValue = "3", description = "(3); one with limits")
  private int rounds;

  @Option(
      names = "--limits",
      paramLabel = "N/TIME",
      converter = LimitConverter.class,
      description = "of the simulator, such as 100/5s; the list is as long as they need (none)")
  private HarvestPlan.Limit limit;

  @Option(names = "--windows", defaultValue = "5", description = "with --limits (5)")
  private int windows;

  @Option(names = "--partitions", defaultValue = "4", description = "of every topic (4)")
  private int partitions;

  @Option(
      names = "--java",
      split = " ",
      paramLabel = "OPTIONS",
      defaultValue = "-Xmx512m -XX:+UseParallelGC",
      description = "of the harvester's JVM (${DEFAULT-VALUE})")
  private List<String> jvmOptions;

  @Option(names = "--seed", defaultValue = "1", description = "of the world (1)")
  private long seed;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "of the figures: ${COMPLETION-CANDIDATES} (table)")
  private Options.Format format;

  static final class LimitConverter implements ITypeConverter<HarvestPlan.Limit> {
    @Override
    public HarvestPlan.Limit convert(String text) {
      return HarvestPlan.Limit.parse(text);
    }
  }

  Options.Format format() {
    return format;
  }

  /** Nothing but the broker is used of it. */
  Equipment equipment() {
    return new Equipment(BrokerProcess.class, partitions, 1, Duration.ofMillis(500), "512m");
  }

  HarvestPlan plan() {
    return limit == null
        ? new HarvestPlan(
            new HandleFile(seed, handles), parallel, rounds, Optional.empty(), jvmOptions)
        : new HarvestPlan(
            new HandleFile(seed, limit.handles(windows)),
            parallel,
            1,
            Optional.of(limit),
            jvmOptions);
  }
}
