package dev.influx.sink.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Has the disk begin with a long file while the rest of it is still being made: to wait for all of
 * it at the end can take as long again.
 */
final class EarlyForce {
  private static final long STEP = 64L << 20;

  private final FileChannel file;
  private Optional<FutureTask<Void>> forcing = Optional.empty();
  private long asked;

  EarlyForce(FileChannel file) {
    this.file = file;
  }

  /** So much is written by now. */
  void written(long bytes) throws IOException {
    if (bytes - asked < STEP || forcing.filter(task -> !task.isDone()).isPresent()) {
      return;
    }
    begin();
    asked = bytes;
  }

  /** Whoever has something else to do meanwhile need not wait. */
  void begin() throws IOException {
    finish();
    FutureTask<Void> task = new FutureTask<>(this::force);
    forcing = Optional.of(task);
    Thread thread = new Thread(task, "influx-force");
    thread.setDaemon(true);
    thread.start();
  }

  private Void force() throws IOException {
    file.force(false);
    return null;
  }

  /** The disk reports a failure once only, to whoever asks first: so no answer may be lost. */
  void finish() throws IOException {
    if (forcing.isEmpty()) {
      return;
    }
    try {
      forcing.get().get();
      forcing = Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the disk was waited for");
    } catch (ExecutionException e) {
      throw new IOException("the disk did not take what was written", e.getCause());
    }
  }
}
