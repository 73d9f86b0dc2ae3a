package dev.influx.app.pipe;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a termination request into something to wait for, and keeps the JVM alive until
 * what runs was stopped in order.
 */
public final class StopSignal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onShutdown, "influx-stop");

  private StopSignal() {}

  public static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void onShutdown() {
    requested.countDown();
    try {
      stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a stop was asked for, now or before the pause was over. */
  public boolean await(Duration pause) throws InterruptedException {
    return requested.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Everything was stopped: the JVM may go. */
  @Override
  public void close() {
    stopped.countDown();
    if (requested.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
