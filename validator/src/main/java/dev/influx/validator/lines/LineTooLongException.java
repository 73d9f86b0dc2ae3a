package dev.influx.validator.lines;

import java.io.IOException;

/** A line is longer than any that is of use. */
public final class LineTooLongException extends IOException {
  private static final long serialVersionUID = 1L;

  LineTooLongException(long line, int longest) {
    super("line " + line + " is longer than " + longest + " bytes");
  }
}
