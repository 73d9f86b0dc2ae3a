package dev.influx.app;

import dev.influx.app.EvaluationReport.Row;
import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes the lines of an evaluation to stdout, and complains of bad ones on stderr. Whatever ends
 * the command, stdout ends with a whole line; when nobody reads it any more, that ends the work.
 */
final class EvaluationWriter implements EvaluationOutput<Row>, AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;

  private final PrintWriter out;
  private final PrintWriter err;
  private final EvaluationReport report;
  private final EvaluationProgress progress;
  private final ReentrantLock writing = new ReentrantLock();
  private final Thread hook = new Thread(this::stop, "influx-evaluate-stop");
  private final StringBuilder pending = new StringBuilder();
  private volatile boolean stopping;
  private boolean wanted = true;
  private long accepted;
  private long rejected;
  private long bad;

  private EvaluationWriter(Session session, EvaluationReport report, EvaluationProgress progress) {
    this.out = session.out();
    this.err = session.err();
    this.report = report;
    this.progress = progress;
  }

  static EvaluationWriter begin(
      Session session, EvaluationReport report, EvaluationProgress progress) {
    EvaluationWriter writer = new EvaluationWriter(session, report, progress);
    Runtime.getRuntime().addShutdownHook(writer.hook);
    report.head().ifPresent(writer::line);
    return writer;
  }

  @Override
  public void evaluated(Row row) {
    line(row.text());
    accepted += row.accepted() ? 1 : 0;
    rejected += row.accepted() ? 0 : 1;
  }

  @Override
  public void bad(BadLine line) {
    bad++;
    progress.clear();
    err.println(line);
  }

  @Override
  public boolean proceed(long lines) {
    write();
    if (wanted()) {
      progress.advance(lines);
    }
    return wanted();
  }

  /** Whether anybody is there to read more. */
  boolean wanted() {
    return wanted && !stopping;
  }

  /** Whether no line was bad. */
  boolean allGood() {
    return bad == 0;
  }

  private void line(String text) {
    pending.append(text).append('\n');
  }

  private void write() {
    writing.lock();
    try {
      if (wanted()) {
        out.append(pending);
        wanted = !out.checkError();
      }
      pending.setLength(0);
    } finally {
      writing.unlock();
    }
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

  /** The last line of the report. */
  void end() {
    report.foot(accepted, rejected).ifPresent(this::line);
    write();
  }

  @Override
  public void close() {
    progress.clear();
    if (!stopping) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
