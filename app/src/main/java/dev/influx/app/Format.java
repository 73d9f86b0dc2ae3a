package dev.influx.app;

import java.util.Locale;

/** How data is written to stdout. */
enum Format {
  /** For people. */
  TABLE,
  /** For programs: its shape is stable. */
  JSON;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
