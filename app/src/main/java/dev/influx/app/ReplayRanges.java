package dev.influx.app;

import dev.influx.scorer.replay.Range;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which observations a replay is about. */
final class ReplayRanges {
  private static final double PERCENT = 100;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Only what was observed at this instant or later.")
  private Instant from;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description = "Only what was observed before this instant.")
  private Instant until;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "Only authors who were ever seen with this domain.")
  private String domain;

  @Option(
      names = "--sample",
      paramLabel = "PERCENT",
      description = "Only so many authors, told apart by a hash of their ids: 5%%.")
  private String sample;

  Range range(CommandLine command) {
    try {
      return new Range(
          Optional.ofNullable(from).map(Instant::toString),
          Optional.ofNullable(until).map(Instant::toString),
          Optional.ofNullable(domain),
          Optional.ofNullable(sample).map(ReplayRanges::millionths));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  private static long millionths(String percent) {
    try {
      double number = Double.parseDouble(percent.replaceFirst(" *%$", ""));
      return Math.round(number * Range.WHOLE / PERCENT);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--sample " + percent + " is no percentage", e);
    }
  }
}
