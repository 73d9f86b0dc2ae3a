package dev.influx.monitor.sampling;

import dev.influx.monitor.lag.FirstUnread;
import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a group stands in a partition.
 *
 * @param firstUnread what stands there, if that was read
 * @param beyondTheLog whether the commit lies beyond all that was ever written
 * @param retention how old records become; empty if they are not deleted by age, or nobody can tell
 */
public record Position(
    Partition partition,
    Look look,
    Optional<FirstUnread> firstUnread,
    boolean beyondTheLog,
    Optional<Duration> retention) {

  Position with(FirstUnread read) {
    return new Position(partition, look, Optional.of(read), beyondTheLog, retention);
  }
}
