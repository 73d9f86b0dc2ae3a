package dev.influx.sink;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How one sink runs.
 *
 * @param dataDir where it publishes; owned by this sink alone
 * @param publishInterval the least time between two snapshots
 * @param groupId the consumer group whose committed offsets show how far the list has come
 * @param recheck a last look at everybody before the list goes out
 */
public record SinkSettings(
    Path dataDir, Duration publishInterval, String groupId, Recheck recheck) {

  public SinkSettings {
    if (publishInterval.isNegative()) {
      throw new IllegalArgumentException("publishInterval must not be negative");
    }
    if (groupId.isBlank()) {
      throw new IllegalArgumentException("groupId must not be blank");
    }
  }
}
