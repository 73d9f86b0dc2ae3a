package dev.influx.monitor.lag;

import java.time.Duration;

/**
 * How long something has to last to be called by its name.
 *
 * @param stallAfter a group that does not move for so long, with records to read, has stalled
 * @param window rates are measured over, and a lag that never shrinks in it is a warning
 */
public record LagSettings(Duration stallAfter, Duration window) {
  private static final LagSettings USUAL =
      new LagSettings(Duration.ofSeconds(20), Duration.ofMinutes(2));

  public LagSettings {
    if (stallAfter.isNegative() || stallAfter.isZero() || window.compareTo(stallAfter) < 0) {
      throw new IllegalArgumentException(
          "a stall of %s does not fit into a window of %s".formatted(stallAfter, window));
    }
  }

  /** Tells a stop within half a minute. */
  public static LagSettings usual() {
    return USUAL;
  }

  /** With another patience for groups that commit rarely. */
  public LagSettings stallingAfter(Duration patience) {
    return new LagSettings(patience, window.compareTo(patience) < 0 ? patience : window);
  }
}
