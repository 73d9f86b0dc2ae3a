package dev.influx.scorer.replay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets so many records a second through, whatever threads and tasks they come to. What was missed
 * is not made up for.
 */
final class Throttle {
  private static final double NANOS = 1e9;
  private static final String AT = " at ";

  /** Long enough for a stop to come before all that is at hand has gone. */
  private static final long AFTER_RELEASE = 20_000_000;

  /** Kafka Streams makes an extractor for each task by itself, and hands it nothing but text. */
  private static final Map<String, Throttle> SHARED = new ConcurrentHashMap<>();

  private final CountDownLatch released = new CountDownLatch(1);
  private final long between;
  private final LongSupplier nanos;
  private boolean began;
  private long nextAt;

  Throttle(long perSecond, LongSupplier nanos) {
    this.between = (long) (NANOS / perSecond);
    this.nanos = nanos;
  }

  /** The one that all tasks of an application in this process share. */
  static Throttle of(String application, long perSecond) {
    return SHARED.computeIfAbsent(
        application + AT + perSecond, key -> new Throttle(perSecond, System::nanoTime));
  }

  /**
   * Lets go whoever waits, and keeps no record long that still comes: the application is about to
   * stop.
   */
  static void release(String application) {
    SHARED
        .entrySet()
        .removeIf(
            each -> {
              boolean of = each.getKey().startsWith(application + AT);
              if (of) {
                each.getValue().released.countDown();
              }
              return of;
            });
  }

  /** Waits until the next record may go; not for long when the application is about to stop. */
  void hold() {
    try {
      long wait = reserve();
      if (released.await(wait, TimeUnit.NANOSECONDS)) {
        TimeUnit.NANOSECONDS.sleep(Math.min(wait, AFTER_RELEASE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long a record has to wait that comes now. */
  synchronized long reserve() {
    long now = nanos.getAsLong();
    long wait = began ? Math.max(0, nextAt - now) : 0;
    began = true;
    nextAt = now + wait + between;
    return wait;
  }
}
