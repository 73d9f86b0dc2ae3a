package dev.influx.app;

import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.validator.audit.AuditedAuthor;
import java.util.function.LongSupplier;

/** Hands authors on, and says on stderr what cannot be read and how far it has come. */
final class AuditReading implements EvaluationOutput<AuditedAuthor>, AutoCloseable {
  private final Session session;
  private final Taker taker;
  private final EvaluationProgress progress;
  private boolean allGood = true;

  private AuditReading(Session session, Taker taker, EvaluationProgress progress) {
    this.session = session;
    this.taker = taker;
    this.progress = progress;
  }

  /** Who gets the authors. */
  interface Taker {
    void take(AuditedAuthor author);

    /** Whether what an author says of himself may be needed. */
    boolean mayShow(AuditedAuthor author);
  }

  /** Nothing comes on stdout before all is read: until then, a terminal has room for progress. */
  static AuditReading begin(Session session, Taker taker, LongSupplier percent) {
    boolean terminal = Boolean.getBoolean("influx.terminal");
    return new AuditReading(
        session, taker, new EvaluationProgress(session.err(), terminal, percent));
  }

  @Override
  public void evaluated(AuditedAuthor author) {
    taker.take(author);
  }

  @Override
  public void bad(BadLine line) {
    allGood = false;
    progress.clear();
    session.err().println(line);
  }

  @Override
  public boolean proceed(long lines) {
    progress.advance(lines);
    return true;
  }

  boolean allGood() {
    return allGood;
  }

  @Override
  public void close() {
    progress.clear();
  }
}
