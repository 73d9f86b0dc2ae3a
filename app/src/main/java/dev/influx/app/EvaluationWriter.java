package dev.influx.app;

import dev.influx.app.EvaluationReport.Row;
import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import java.io.PrintWriter;

/** Writes the lines of an evaluation to stdout, and complains of bad ones on stderr. */
final class EvaluationWriter implements EvaluationOutput<Row>, AutoCloseable {
  private final OutLines out;
  private final PrintWriter err;
  private final EvaluationReport report;
  private final EvaluationProgress progress;
  private long accepted;
  private long rejected;
  private long bad;

  private EvaluationWriter(Session session, EvaluationReport report, EvaluationProgress progress) {
    this.out = OutLines.begin(session, progress);
    this.err = session.err();
    this.report = report;
    this.progress = progress;
  }

  static EvaluationWriter begin(
      Session session, EvaluationReport report, EvaluationProgress progress) {
    EvaluationWriter writer = new EvaluationWriter(session, report, progress);
    report.head().ifPresent(writer.out::add);
    return writer;
  }

  @Override
  public void evaluated(Row row) {
    out.add(row.text());
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
    boolean more = out.write();
    if (more) {
      progress.advance(lines);
    }
    return more;
  }

  /** Whether anybody is there to read more. */
  boolean wanted() {
    return out.wanted();
  }

  /** Whether no line was bad. */
  boolean allGood() {
    return bad == 0;
  }

  /** The last line of the report. */
  void end() {
    report.foot(accepted, rejected).ifPresent(out::add);
    out.write();
  }

  @Override
  public void close() {
    out.close();
  }
}
