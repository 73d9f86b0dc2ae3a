package dev.influx.scorer.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How one scorer runs.
 *
 * @param application the name that all instances share: group, transactions, changelogs
 * @param instance the name of this one; the same after a restart, and different from all others
 * @param streams settings for Kafka Streams that are passed through and win
 */
public record ScorerSettings(
    String application,
    String instance,
    Path stateDirectory,
    int threads,
    StoreKind stores,
    Duration commitInterval,
    Map<String, String> streams) {

  public ScorerSettings {
    streams = Map.copyOf(streams);
  }
}
