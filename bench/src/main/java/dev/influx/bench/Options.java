package dev.influx.bench;

import dev.influx.bench.lab.Equipment;
import dev.influx.bench.worker.Level;
import dev.influx.scorer.topology.StoreKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What all benchmarks can be told. */
final class Options {
  enum Format {
    TABLE,
    JSON
  }

  @Option(names = "--partitions", defaultValue = "4", description = "of every topic (4)")
  private int partitions;

  @Option(names = "--threads", defaultValue = "1", description = "of the scorer (1)")
  private int threads;

  @Option(
      names = "--stores",
      split = ",",
      defaultValue = "hash,memory,rocksdb",
      description = "of the scorer: ${COMPLETION-CANDIDATES} (all)")
  private List<StoreKind> stores;

  @Option(
      names = "--commit-interval",
      defaultValue = "500",
      paramLabel = "MS",
      description = "between two transactions, in milliseconds (500)")
  private long commitMillis;

  @Option(
      names = "--heap",
      defaultValue = "2g",
      description = "the most that a measured JVM may use (2g)")
  private String heap;

  @Option(names = "--seed", defaultValue = "42", description = "of the synthetic authors (42)")
  private long seed;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "of the figures: ${COMPLETION-CANDIDATES} (table)")
  private Format format;

  long seed() {
    return seed;
  }

  Format format() {
    return format;
  }

  Equipment equipment() {
    return new Equipment(
        BrokerProcess.class, partitions, threads, Duration.ofMillis(commitMillis), heap);
  }

  List<Level> scorers() {
    return stores.stream().map(Level::of).toList();
  }

  List<Level> scorerAndReplay() {
    return List.of(Level.HASH, Level.REPLAY);
  }

  List<Level> limitsAndScorers() {
    return Stream.concat(Stream.of(Level.COPY, Level.PLAIN), scorers().stream()).toList();
  }
}
