package dev.influx.harvester;

import dev.influx.harvester.plan.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few threads that settle batches. Used by one thread, which gives out and takes back. */
final class Workers {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final Duration AFTER_INTERRUPT = Duration.ofMillis(300);

  private final ExecutorService threads;
  private final CompletionService<Settlement> finished;
  private int busy;

  Workers(int most) {
    this.threads = Executors.newFixedThreadPool(most, Workers::daemon);
    this.finished = new ExecutorCompletionService<>(threads);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "influx-harvest-batch");
    thread.setDaemon(true);
    return thread;
  }

  int busy() {
    return busy;
  }

  boolean isIdle() {
    return busy == 0;
  }

  void give(Callable<Settlement> work) {
    finished.submit(work);
    busy++;
  }

  /** Waits for the next that is done; throws what it threw. */
  Settlement take() throws InterruptedException {
    Future<Settlement> next = finished.take();
    busy--;
    try {
      return next.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /**
   * Gives what is under way some time to end, then interrupts it.
   *
   * @return what came to a good end
   */
  List<Settlement> finish(Duration patience) {
    threads.shutdown();
    if (!await(patience)) {
      threads.shutdownNow();
      await(AFTER_INTERRUPT);
    }
    List<Settlement> done = new ArrayList<>();
    for (Future<Settlement> next = finished.poll(); next != null; next = finished.poll()) {
      result(next).ifPresent(done::add);
    }
    return done;
  }

  private static Optional<Settlement> result(Future<Settlement> ended) {
    try {
      return Optional.of(ended.get());
    } catch (ExecutionException e) {
      LOG.info("a batch was left open: {}", String.valueOf(e.getCause()));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private boolean await(Duration patience) {
    try {
      return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
