package dev.influx.app;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lines on their way to stdout. Whatever ends the command, stdout ends with a whole line; when
 * nobody reads it any more, no more is wanted.
 */
final class OutLines implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;

  private final PrintWriter out;
  private final EvaluationProgress progress;
  private final ReentrantLock writing = new ReentrantLock();
  private final Thread hook = new Thread(this::stop, "influx-out-stop");
  private final StringBuilder pending = new StringBuilder();
  private volatile boolean stopping;
  private boolean wanted = true;

  private OutLines(PrintWriter out, EvaluationProgress progress) {
    this.out = out;
    this.progress = progress;
  }

  static OutLines begin(Session session, EvaluationProgress progress) {
    OutLines lines = new OutLines(session.out(), progress);
    Runtime.getRuntime().addShutdownHook(lines.hook);
    return lines;
  }

  void add(String line) {
    pending.append(line).append('\n');
  }

  /** Writes what was added, and says whether anybody is there to read more. */
  boolean write() {
    writing.lock();
    try {
      if (wanted()) {
        show();
      }
      pending.setLength(0);
    } finally {
      writing.unlock();
    }
    return wanted();
  }

  private void show() {
    if (!pending.isEmpty()) {
      progress.clear();
    }
    out.append(pending);
    // Whatever was told to stop meanwhile: this also takes the last bytes out.
    wanted = !out.checkError();
  }

  boolean wanted() {
    return wanted && !stopping;
  }

  /** On Ctrl-C: lets what is being written come to its end, unless nobody takes it. */
  private void stop() {
    stopping = true;
    try {
      if (writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        progress.clear();
        writing.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    progress.clear();
    if (!stopping) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
