package dev.influx.harvester.api;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that requests fail one after the other, whoever makes them, and from then on lets one go
 * alone now and then, until one is answered.
 */
final class Circuit {
  private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);
  private static final int MOST_FAILURES = 10;
  private static final Backoff PAUSES =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), MOST_FAILURES);

  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int failures;
  private int probes;
  private long silentSince;
  private long probeAt;
  private boolean probing;
  private boolean closed;

  Circuit(Time time) {
    this.time = time;
  }

  /** Waits for the right to send one request; whoever got it owes a {@link #leave}. */
  void enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (isBroken()) {
        refuseWhenClosed();
        long wait = probing ? Long.MAX_VALUE : probeAt - time.nanos();
        if (wait <= 0) {
          probing = true;
          return;
        }
        time.await(changed, wait);
      }
      refuseWhenClosed();
    } finally {
      lock.unlock();
    }
  }

  private boolean isBroken() {
    return failures >= MOST_FAILURES;
  }

  private void refuseWhenClosed() throws InterruptedException {
    if (closed) {
      throw new InterruptedException("no more requests are made");
    }
  }

  /** Takes note that there was an answer, whatever it said. */
  void answered() {
    change(
        () -> {
          if (isBroken()) {
            LOG.info("the API answers again");
          }
          failures = 0;
          probes = 0;
          probing = false;
        });
  }

  /** Takes note that there was none. */
  void failed(String why) {
    change(
        () -> {
          long now = time.nanos();
          silentSince = failures == 0 ? now : silentSince;
          failures++;
          if (failures == MOST_FAILURES || (isBroken() && probing)) {
            probing = false;
            probes++;
            Duration pause = PAUSES.pause(probes, 1);
            probeAt = now + pause.toNanos();
            LOG.warn(
                "the API answered none of the last {} requests ({}); again in {} s",
                failures,
                why,
                pause.toSeconds());
          }
        });
  }

  /** Takes note that nobody knows what became of a request. */
  void leave() {
    change(() -> probing = false);
  }

  /** For how long nothing has been answered; nothing at all while that may be chance. */
  Duration silence() {
    lock.lock();
    try {
      return isBroken() ? Duration.ofNanos(time.nanos() - silentSince) : Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable step) {
    lock.lock();
    try {
      step.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Sends everybody away who waits or comes later. */
  void close() {
    change(() -> closed = true);
  }
}
