package dev.influx.validator.lines;

import java.io.IOException;

/** A file is packed, and not whole. */
public final class UnableToUnpackException extends IOException {
  private static final long serialVersionUID = 1L;

  UnableToUnpackException(String why, IOException cause) {
    super(why, cause);
  }
}
