package dev.influx.app;

import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.app.report.Appraised;
import dev.influx.app.report.Report.Source.Kind;
import dev.influx.app.report.Tally;
import java.util.function.LongSupplier;

/** Adds up what is read, and says on stderr what cannot be read and how far it has come. */
final class ReportReading implements EvaluationOutput<Appraised>, AutoCloseable {
  private final Session session;
  private final Tally tally;
  private final EvaluationProgress progress;

  private ReportReading(Session session, Tally tally, EvaluationProgress progress) {
    this.session = session;
    this.tally = tally;
    this.progress = progress;
  }

  /** The report itself comes when all is read: until then, a terminal has room for progress. */
  static ReportReading begin(Session session, Tally tally, LongSupplier percent) {
    boolean terminal = Boolean.getBoolean("influx.terminal");
    return new ReportReading(
        session, tally, new EvaluationProgress(session.err(), terminal, percent));
  }

  @Override
  public void evaluated(Appraised author) {
    tally.add(author);
  }

  @Override
  public void bad(BadLine line) {
    tally.bad();
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

  /** All that came since the last call came from there. */
  void end(String name, Kind kind) {
    tally.read(name, kind);
  }

  @Override
  public void close() {
    progress.clear();
  }
}
