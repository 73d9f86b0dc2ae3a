package dev.influx.app;

import dev.influx.validator.files.Fault;
import dev.influx.validator.files.FileSummary;
import dev.influx.validator.files.FileValidation;
import java.util.ArrayList;
import java.util.List;

/** Writes to stdout what is found in files, as it is found, and at the end how much it was. */
final class ValidationWriter implements FileValidation.Output, AutoCloseable {
  private final OutLines out;
  private final ValidationReport report;
  private final EvaluationProgress progress;
  private final List<FileSummary> files = new ArrayList<>();
  private String file = "";

  private ValidationWriter(Session session, ValidationReport report, EvaluationProgress progress) {
    this.out = OutLines.begin(session, progress);
    this.report = report;
    this.progress = progress;
  }

  static ValidationWriter begin(
      Session session, ValidationReport report, EvaluationProgress progress) {
    return new ValidationWriter(session, report, progress);
  }

  /** What is found from now on is in that file. */
  void begin(String name) {
    file = name;
  }

  @Override
  public void fault(Fault fault) {
    report.fault(file, fault).ifPresent(out::add);
  }

  @Override
  public boolean proceed(long lines) {
    boolean more = out.write();
    if (more) {
      progress.advance(lines);
    }
    return more;
  }

  boolean wanted() {
    return out.wanted();
  }

  void end(FileSummary summary) {
    files.add(summary);
    out.write();
  }

  /** The summary of all files. */
  void end() {
    report.summary(files).forEach(out::add);
    out.write();
  }

  boolean isClean(boolean strict) {
    return files.stream()
        .allMatch(read -> read.violations() == 0 && (!strict || read.warnings() == 0));
  }

  @Override
  public void close() {
    out.close();
  }
}
