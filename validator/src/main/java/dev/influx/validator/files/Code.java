package dev.influx.validator.files;

import dev.influx.validator.files.Fault.Severity;
import java.util.Locale;

/** What can be wrong with a file besides what gates find of one author, under stable names. */
enum Code {
  NOT_JSON(Severity.VIOLATION),
  NO_AUTHOR(Severity.VIOLATION),
  UNREADABLE_AUTHOR(Severity.VIOLATION),
  SCHEMA(Severity.VIOLATION),
  UNKNOWN_KEY(Severity.WARNING),
  EARLIER_SHAPE(Severity.WARNING),
  PROVENANCE_HASH(Severity.VIOLATION),
  ORDER(Severity.VIOLATION),
  RANK(Severity.VIOLATION),
  DUPLICATE_ID(Severity.VIOLATION),
  DUPLICATE_HANDLE(Severity.VIOLATION),
  COPIED_METRICS(Severity.VIOLATION),
  MIXED_POLICIES(Severity.VIOLATION),
  UNKNOWN_POLICY(Severity.WARNING),
  EMPTY_FILE(Severity.WARNING),
  MANIFEST_COUNT(Severity.VIOLATION),
  MANIFEST_SHA256(Severity.VIOLATION),
  MANIFEST_POLICY(Severity.VIOLATION),
  MANIFEST_SCHEMA(Severity.VIOLATION);

  private final Severity severity;

  Code(Severity severity) {
    this.severity = severity;
  }

  Fault at(long line, String id, String where, String reason) {
    return new Fault(line, id, severity, text(), where, reason);
  }

  Fault at(long line, String id, String reason) {
    return at(line, id, null, reason);
  }

  Fault ofFile(String reason) {
    return at(0, null, null, reason);
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
