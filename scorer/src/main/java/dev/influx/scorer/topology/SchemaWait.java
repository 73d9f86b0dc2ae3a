package dev.influx.scorer.topology;

import dev.influx.runtime.Health;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the registry for the schemas that are needed, on a thread of its own, until it answers: a
 * scorer is built meanwhile, and takes up its work when both are done.
 */
final class SchemaWait implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaWait.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Runnable ask;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Void> answered = new CompletableFuture<>();
  private volatile String obstacle = "waiting for the schema registry";

  private SchemaWait(Runnable ask) {
    this.ask = ask;
  }

  static SchemaWait begin(Runnable ask) {
    SchemaWait wait = new SchemaWait(ask);
    Thread thread = new Thread(wait::askUntilAnswered, "influx-scorer-start");
    thread.setDaemon(true);
    thread.start();
    return wait;
  }

  /** Calls one of the two, once, on the thread that asks. */
  void whenAnswered(Runnable start, Consumer<Throwable> failed) {
    answered
        .thenRun(start)
        .exceptionally(
            thrown -> {
              failed.accept(thrown.getCause() == null ? thrown : thrown.getCause());
              return null;
            });
  }

  Health health() {
    return Health.busy(obstacle);
  }

  private void askUntilAnswered() {
    for (boolean first = true; closed.getCount() > 0; first = false) {
      try {
        ask.run();
        complete();
        return;
      } catch (UnableToReachRegistryException e) {
        if (first) {
          LOG.warn("{}; waiting for it", e.getMessage());
        }
        obstacle = e.getMessage();
        pause();
      } catch (RuntimeException e) {
        answered.completeExceptionally(e);
        return;
      }
    }
  }

  /** Nobody starts what is closed already. */
  private void complete() {
    if (closed.getCount() > 0) {
      answered.complete(null);
    }
  }

  /** Ends early when nobody waits any more. */
  private void pause() {
    try {
      closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
