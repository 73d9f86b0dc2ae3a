package dev.influx.sink;

import dev.influx.sink.files.Retention;
import dev.influx.sink.snapshot.Limits;
import java.time.Duration;

/**
 * When snapshots go out, what they have to be like, and how long they are kept.
 *
 * @param interval the least time between two snapshots
 * @param changes so many changes are published without waiting for the interval
 */
public record Publishing(Duration interval, long changes, Limits limits, Retention retention) {

  public Publishing {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("the interval must not be negative");
    }
    if (changes < 1) {
      throw new IllegalArgumentException("the number of changes must be positive");
    }
  }

  /** By time alone, with the usual limits. */
  public static Publishing every(Duration interval) {
    return new Publishing(interval, Long.MAX_VALUE, Limits.DEFAULT, Retention.DEFAULT);
  }
}
