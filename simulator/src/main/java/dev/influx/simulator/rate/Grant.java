package dev.influx.simulator.rate;

import java.util.Optional;

/**
 * What a request finds when it asks to be counted.
 *
 * @param day the pool of 24 hours, if there is one
 */
public record Grant(Verdict verdict, Pool window, Optional<Pool> day) {

  /** Whether a request is let through, and if not, why. */
  public enum Verdict {
    GRANTED,
    WINDOW_FULL,
    DAY_FULL,
    TOO_FAST
  }

  /**
   * What is left of a number of requests.
   *
   * @param reset when it is whole again, in seconds of the epoch
   */
  public record Pool(int limit, int remaining, long reset) {}

  public boolean allowed() {
    return verdict == Verdict.GRANTED;
  }

  /** The second of the epoch from which another request makes sense. */
  public long openAgain() {
    long dayReset = day.filter(pool -> verdict == Verdict.DAY_FULL).map(Pool::reset).orElse(0L);
    return verdict == Verdict.WINDOW_FULL ? window.reset() : dayReset;
  }
}
