package dev.influx.sink;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The wish that a thread stops. It cuts short the work that waits for others; nothing else is
 * interrupted, because an interrupt would also tear a file that is being written.
 */
final class StopSignal {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Thread waiting;

  boolean given() {
    return stopped.getCount() == 0;
  }

  synchronized void give() {
    stopped.countDown();
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  /** Does work that may wait for long, and that the signal interrupts. */
  <T> T interrupting(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    waiting = Thread.currentThread();
    if (given()) {
      waiting.interrupt();
    }
  }

  /** What comes after is not to be interrupted, and must not find an interrupt left over. */
  private synchronized void leave() {
    waiting = null;
    Thread.interrupted();
  }

  /** Ends early when the signal is given. */
  void pause(Duration time) {
    try {
      stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
