package dev.influx.validator.lines;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works on many pieces at once and hands the results on in the order of the pieces. One thread
 * reads, some work, and the caller's takes the results; no more than a fixed number of pieces is
 * ever between reading and taking, so that memory does not grow with the input.
 */
public final class OrderedWork<I, O> {
  private final Source<I> source;
  private final Function<I, O> work;
  private final Semaphore room;
  private final ExecutorService workers;
  private final BlockingQueue<Future<Optional<O>>> results = new LinkedBlockingQueue<>();

  private OrderedWork(Source<I> source, Function<I, O> work, Limits limits) {
    this.source = source;
    this.work = work;
    this.room = new Semaphore(limits.pieces());
    this.workers = Executors.newFixedThreadPool(limits.threads(), OrderedWork::worker);
  }

  /** Where the pieces come from; empty at its end. */
  @FunctionalInterface
  public interface Source<I> {
    Optional<I> next() throws IOException;
  }

  /**
   * How much may be done at once.
   *
   * @param pieces that may be between reading and taking
   */
  public record Limits(int threads, int pieces) {

    /** As many threads as there are processors, and a few pieces for each. */
    public static Limits ofThisMachine() {
      int processors = Runtime.getRuntime().availableProcessors();
      return new Limits(processors, 4 * processors);
    }
  }

  /** Until the source ends or the taker wants no more. */
  public static <I, O> void run(
      Source<I> source, Function<I, O> work, Predicate<O> taker, Limits limits)
      throws IOException, InterruptedException {
    new OrderedWork<>(source, work, limits).run(taker);
  }

  private void run(Predicate<O> taker) throws IOException, InterruptedException {
    Thread reader = new Thread(this::read, "influx-read-lines");
    reader.setDaemon(true);
    reader.start();
    try {
      boolean more = true;
      while (more) {
        Optional<O> result = result(results.take());
        more = result.isPresent() && taker.test(result.get());
        room.release();
      }
    } finally {
      reader.interrupt();
      workers.shutdownNow();
    }
  }

  private void read() {
    try {
      Optional<I> piece;
      do {
        room.acquire();
        piece = source.next();
        results.add(piece.map(this::submit).orElseGet(OrderedWork::end));
      } while (piece.isPresent());
    } catch (IOException | RuntimeException e) {
      results.add(CompletableFuture.failedFuture(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Future<Optional<O>> submit(I piece) {
    return workers.submit(() -> Optional.of(work.apply(piece)));
  }

  private static <O> Future<Optional<O>> end() {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  private static <T> T result(Future<T> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("the work broke off", e.getCause());
    }
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "influx-work-on-lines");
    thread.setDaemon(true);
    return thread;
  }
}
