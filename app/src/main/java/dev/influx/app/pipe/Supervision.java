package dev.influx.app.pipe;

import dev.influx.runtime.Explained;
import dev.influx.runtime.Health;
import dev.influx.runtime.Running;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Watches running parts until it is time to stop them: a signal, the end of the time that was
 * given, the work being done, or a part that failed.
 */
public final class Supervision {
  private static final Duration TICK = Duration.ofMillis(250);

  private final List<? extends Running> parts;
  private final Optional<Duration> limit;
  private final BooleanSupplier done;

  public Supervision(
      List<? extends Running> parts, Optional<Duration> limit, BooleanSupplier done) {
    this.parts = List.copyOf(parts);
    this.limit = limit;
    this.done = done;
  }

  /** Why the watch ended. */
  public enum Ending {
    SIGNAL,
    TIME_IS_UP,
    DONE
  }

  /** Calls the observer several times a second; a part that failed is an exception. */
  public Ending watch(StopSignal signal, Runnable observer) throws InterruptedException {
    long start = System.nanoTime();
    while (!signal.await(TICK)) {
      observer.run();
      parts.forEach(Supervision::requireAlive);
      if (done.getAsBoolean()) {
        return Ending.DONE;
      }
      if (limit.isPresent() && System.nanoTime() - start > limit.get().toNanos()) {
        return Ending.TIME_IS_UP;
      }
    }
    return Ending.SIGNAL;
  }

  private static void raise(Explained failure) {
    throw failure;
  }

  private static void requireAlive(Running part) {
    Health health = part.health();
    if (health.state() == Health.State.FAILED) {
      part.failure().ifPresent(Supervision::raise);
      throw new Explained(
          "the " + part.name() + " stopped",
          health.reason(),
          "mend the cause and start it again: it continues where it stopped",
          null);
    }
  }
}
