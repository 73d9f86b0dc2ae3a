package dev.influx.monitor.lag;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was seen of one partition and one group at one moment. The commit was read before the end.
 *
 * @param at when
 * @param start the first offset that the log still has
 * @param end the offset after the last that a reader of committed transactions can reach
 * @param committed where the group goes on; empty if it has not committed anything here
 * @param eventTime of the last record that the group has processed, if its commit tells
 */
public record Look(
    Instant at, long start, long end, OptionalLong committed, Optional<Instant> eventTime) {

  /**
   * Offsets between the group and the end. Never negative: a group that reads open transactions is
   * ahead of the end, and what the log has lost cannot be read any more.
   */
  public OptionalLong lag() {
    return committed.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, end - position()));
  }

  /** Offsets that went with the start of the log before the group came to them. */
  public long lost() {
    return committed.isEmpty() ? 0 : Math.max(0, start - committed.getAsLong());
  }

  /** Whether there is anything to read in the log. */
  public boolean holdsRecords() {
    return end > start;
  }

  boolean isBehind() {
    return lag().orElse(0) > 0;
  }

  /** What the group reads next: its commit, unless the log begins later. */
  long position() {
    return Math.max(committed.orElse(start), start);
  }
}
