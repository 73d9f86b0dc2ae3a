package dev.influx.scorer.topology;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shares each thread between the records that come in and the walks of its tasks: one slice of work
 * after the other, and between two of them a rest that leaves the thread to the records. Where none
 * came since the last slice, a slice is longer, because a thread that waits for records does not
 * look at the clock.
 */
final class Turns {
  private final Pace pace;
  private final LongSupplier nanos;
  private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);

  Turns(Pace pace, LongSupplier nanos) {
    this.pace = pace;
    this.nanos = nanos;
  }

  /**
   * How long and how much a walk may do in one go.
   *
   * @param busy the length of a slice while records come in
   * @param quiet its length while none do
   * @param authors the most in one slice
   */
  record Pace(Duration busy, Duration quiet, int authors) {
    static final Pace USUAL = new Pace(Duration.ofMillis(20), Duration.ofMillis(80), 5_000);
  }

  /** Of the thread that asks. */
  Turn mine() {
    return turns.get();
  }

  /** One thread. */
  final class Turn {
    /**
     * A sixteenth of the time is kept free for records, however long a slice has taken: what they
     * wait for is the length of a slice and the commit, not their share.
     */
    private static final int WORK_PER_REST = 15;

    private boolean disturbed;
    private boolean began;
    private long start;
    private long restUntil;
    private long limit;
    private int left;

    /** A record came in. */
    void disturb() {
      disturbed = true;
    }

    /** Whether a slice may begin now; begins it. */
    boolean begin() {
      start = nanos.getAsLong();
      if (began && start - restUntil < 0) {
        return false;
      }
      limit = (disturbed ? pace.busy() : pace.quiet()).toNanos();
      left = pace.authors();
      disturbed = false;
      began = true;
      return true;
    }

    /** Whether one more author fits into the slice. */
    boolean goesOn() {
      return left-- > 0 && nanos.getAsLong() - start < limit;
    }

    void end() {
      long now = nanos.getAsLong();
      restUntil = now + (now - start) / WORK_PER_REST;
    }
  }
}
