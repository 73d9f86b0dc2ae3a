package dev.influx.monitor.lag;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that is known of a group in a partition.
 *
 * @param looks the oldest first, at least one, all of the same log
 * @param firstUnread what stands where the group goes on, if that was read
 * @param beyondTheLog whether the commit lies beyond all that was ever written
 * @param members of the group; empty if nobody can tell
 * @param retention how old records become before they are deleted; empty if they are not
 */
public record Evidence(
    Partition partition,
    List<Look> looks,
    Optional<FirstUnread> firstUnread,
    boolean beyondTheLog,
    OptionalInt members,
    Optional<Duration> retention) {

  public Evidence {
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("nobody has looked at " + partition);
    }
    looks = List.copyOf(looks);
  }

  /** What looks alone tell. */
  public static Evidence of(Partition partition, List<Look> looks) {
    return new Evidence(
        partition, looks, Optional.empty(), false, OptionalInt.empty(), Optional.empty());
  }

  Look now() {
    return looks.get(looks.size() - 1);
  }

  /** Offsets up to the end of which none is a record are nothing to read. */
  boolean hasNothingToRead() {
    return now().lag().orElse(1) == 0 || firstUnread.filter(FirstUnread::isNothing).isPresent();
  }
}
