package dev.influx.embedded.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether schemas may be added and removed. */
enum Mode {
  READWRITE,
  READONLY;

  static Optional<Mode> parse(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(mode -> mode.name().equals(upper)).findFirst();
  }
}
