package dev.influx.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** At which groups of which cluster to look, and how. */
final class LagOptions {
  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "Only this one; may be repeated. Default: all that read topics.")
  private final List<String> groups = new ArrayList<>();

  @Option(
      names = "--stall-after",
      paramLabel = "TIME",
      defaultValue = "20s",
      converter = TimeOption.class,
      description =
          "Who does not move for so long has stalled; for groups that commit rarely. Default:"
              + " ${DEFAULT-VALUE}.")
  private Duration stallAfter;

  @Option(names = "--data", paramLabel = "DIR", description = "Default: sink.data_dir.")
  private Path data;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  List<String> groups() {
    return List.copyOf(groups);
  }

  boolean includes(String group) {
    return groups.isEmpty() || groups.contains(group);
  }

  Duration stallAfter() {
    return stallAfter;
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  Format format() {
    return format;
  }
}
