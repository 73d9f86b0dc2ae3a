package dev.influx.monitor.lag;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands where a group goes on.
 *
 * @param timestamp of the first record that it has not read; empty if there is none: offsets up to
 *     the end are markers of transactions, or were compacted away
 */
public record FirstUnread(Optional<Instant> timestamp) {

  public static FirstUnread record(Instant timestamp) {
    return new FirstUnread(Optional.of(timestamp));
  }

  public static FirstUnread nothing() {
    return new FirstUnread(Optional.empty());
  }

  boolean isNothing() {
    return timestamp.isEmpty();
  }
}
