package dev.influx.app;

import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Hands on what is read, for something that is said when all is read; meanwhile stderr says what
 * cannot be read and how far it has come.
 */
final class LongReading<T> implements EvaluationOutput<T>, AutoCloseable {
  private final Session session;
  private final Consumer<T> taker;
  private final Runnable onBad;
  private final EvaluationProgress progress;

  private LongReading(
      Session session, Consumer<T> taker, Runnable onBad, EvaluationProgress progress) {
    this.session = session;
    this.taker = taker;
    this.onBad = onBad;
    this.progress = progress;
  }

  /**
   * Nothing comes on stdout before the end: until then, a terminal has room for progress.
   *
   * @param onBad hears of each line that cannot be read
   * @param percent how much has been read; negative if nobody knows
   */
  static <T> LongReading<T> begin(
      Session session, Consumer<T> taker, Runnable onBad, LongSupplier percent) {
    boolean terminal = Boolean.getBoolean("influx.terminal");
    return new LongReading<>(
        session, taker, onBad, new EvaluationProgress(session.err(), terminal, percent));
  }

  @Override
  public void evaluated(T author) {
    taker.accept(author);
  }

  @Override
  public void bad(BadLine line) {
    onBad.run();
    progress.clear();
    session.err().println(line);
  }

  @Override
  public boolean proceed(long lines) {
    progress.advance(lines);
    return true;
  }

  /** Users were read only to compare them. */
  void compared() {
    progress.compare();
  }

  @Override
  public void close() {
    progress.clear();
  }
}
