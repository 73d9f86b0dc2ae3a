package dev.influx.app;

import dev.influx.validator.files.Fault;
import dev.influx.validator.files.FileSummary;
import java.util.List;
import java.util.Optional;

/** How what is found in files is written: line by line, and a summary after it. */
interface ValidationReport {

  static ValidationReport of(Format format, int limit) {
    return switch (format) {
      case TABLE -> new ValidationTable(limit);
      case JSON -> new ValidationJson();
    };
  }

  /** The line of a fault, unless there were enough of its kind. */
  Optional<String> fault(String file, Fault fault);

  List<String> summary(List<FileSummary> files);
}
