package dev.influx.sink;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How one sink runs.
 *
 * @param dataDir where it publishes; owned by this sink alone
 * @param publishing when and what
 * @param groupId the consumer group whose committed offsets show how far the list has come
 * @param recheck a last look at everybody before the list goes out
 */
public record SinkSettings(Path dataDir, Publishing publishing, String groupId, Recheck recheck) {

  public SinkSettings {
    if (groupId.isBlank()) {
      throw new IllegalArgumentException("groupId must not be blank");
    }
  }

  /** Publishes by time alone, with the usual limits. */
  public SinkSettings(Path dataDir, Duration interval, String groupId, Recheck recheck) {
    this(dataDir, Publishing.every(interval), groupId, recheck);
  }
}
