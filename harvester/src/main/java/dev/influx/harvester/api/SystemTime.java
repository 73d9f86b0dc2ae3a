package dev.influx.harvester.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** The clocks of this machine. */
final class SystemTime implements Time {
  private final long origin = System.nanoTime();
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  SystemTime(InstantSource clock) {
    this.clock = clock;
  }

  /** Ends all pauses, and forbids new ones. */
  void stop() {
    stopped.countDown();
  }

  @Override
  public long nanos() {
    return System.nanoTime() - origin;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("no more requests are made");
    }
  }

  /** The caller loops. */
  @Override
  @SuppressWarnings("WaitNotInLoop")
  public void await(Condition changed, long nanos) throws InterruptedException {
    changed.awaitNanos(nanos);
  }
}
