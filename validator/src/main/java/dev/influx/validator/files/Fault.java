package dev.influx.validator.files;

import java.util.Locale;

/**
 * Something that is wrong with a file.
 *
 * @param line where, from 1; 0 for the file as a whole
 * @param id of the author, null where it is not known
 * @param code stable, such as {@code duplicate_id}, or that of a gate
 * @param where in the line (a JSON pointer), or the rule of a gate; null where there is no such
 */
public record Fault(
    long line, String id, Severity severity, String code, String where, String reason) {

  /** How much a fault weighs. */
  public enum Severity {
    /** The file must not be used as it is. */
    VIOLATION,
    /** A person should look at it; in strict mode, as bad as a violation. */
    WARNING;

    /** As it is written for programs. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Fault as(Severity other) {
    return new Fault(line, id, other, code, where, reason);
  }
}
