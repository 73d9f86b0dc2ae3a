package dev.influx.harvester.imports;

import java.io.IOException;

/** A value is longer than any that is of use. */
final class ValueTooLongException extends IOException {
  private static final long serialVersionUID = 1L;

  ValueTooLongException(int most) {
    super("a value longer than " + most + " bytes");
  }
}
