package dev.influx.schemas.wire;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a registry that is down instead of giving up the record at hand: a record of an unknown
 * schema id can neither be read nor be called unreadable until the registry has answered.
 */
record Patience(Duration limit, Duration pause) {
  static final Patience FOR_OUTAGES = new Patience(Duration.ofSeconds(60), Duration.ofMillis(500));

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  <T> T keepTrying(Supplier<T> call) {
    long deadline = System.nanoTime() + limit.toNanos();
    for (boolean first = true; ; first = false) {
      try {
        return call.get();
      } catch (UnableToReachRegistryException e) {
        if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        if (first) {
          LOG.warn("{}; trying again for {} s", e.getMessage(), limit.toSeconds());
        }
        LockSupport.parkNanos(pause.toNanos());
      }
    }
  }
}
