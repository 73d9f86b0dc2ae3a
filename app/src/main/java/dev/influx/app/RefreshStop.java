package dev.influx.app;

import dev.influx.harvester.api.PagedSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does to the reading of sources: it ends at once, and the JVM stays until what was
 * read is written, because it is paid for.
 */
final class RefreshStop implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final PagedSource source;
  private final Thread reader = Thread.currentThread();
  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onShutdown, "influx-refresh-stop");
  private boolean reading = true;
  private boolean stopping;

  private RefreshStop(PagedSource source) {
    this.source = source;
  }

  /** Watches the thread that calls it. */
  static RefreshStop install(PagedSource source) {
    RefreshStop stop = new RefreshStop(source);
    Runtime.getRuntime().addShutdownHook(stop.hook);
    return stop;
  }

  private void onShutdown() {
    endReading();
    try {
      written.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void endReading() {
    stopping = true;
    source.stop();
    if (reading) {
      reader.interrupt();
    }
  }

  /** From now on nothing may interrupt the thread: it would break off the writing of a file. */
  synchronized void readingIsOver() {
    reading = false;
    Thread.interrupted();
  }

  /** Everything is written: the JVM may go. */
  @Override
  public synchronized void close() {
    written.countDown();
    if (!stopping) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
