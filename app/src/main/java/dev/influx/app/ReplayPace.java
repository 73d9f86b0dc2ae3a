package dev.influx.app;

import picocli.CommandLine.Option;

/** How fast a replay may go. */
final class ReplayPace {
  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "At most so many observations a second. Default: no limit.")
  private Long recordsPerSecond;

  Long recordsPerSecond() {
    return recordsPerSecond;
  }
}
