package dev.influx.scorer.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How one scorer runs.
 *
 * @param application the name that all instances share: group, transactions, changelogs
 * @param instance the name of this one; the same after a restart, and different from all others
 * @param streams settings for Kafka Streams that are passed through and win
 * @param forgotten the authors of whom the scorer must not learn; asked for each who has no state
 *     yet, so that those whose state lasts cost nothing
 */
public record ScorerSettings(
    String application,
    String instance,
    Path stateDirectory,
    int threads,
    StoreKind stores,
    Duration commitInterval,
    Map<String, String> streams,
    Predicate<String> forgotten) {

  public ScorerSettings {
    streams = Map.copyOf(streams);
  }

  /** A scorer that may learn of everybody. */
  public ScorerSettings(
      String application,
      String instance,
      Path stateDirectory,
      int threads,
      StoreKind stores,
      Duration commitInterval,
      Map<String, String> streams) {
    this(
        application,
        instance,
        stateDirectory,
        threads,
        stores,
        commitInterval,
        streams,
        id -> false);
  }

  /** The same without these authors. */
  public ScorerSettings without(Predicate<String> authors) {
    return new ScorerSettings(
        application, instance, stateDirectory, threads, stores, commitInterval, streams, authors);
  }
}
