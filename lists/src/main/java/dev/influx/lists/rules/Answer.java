package dev.influx.lists.rules;

import dev.influx.lists.canonical.Written;
import java.util.Locale;

/** Whether something is so. */
public enum Answer implements Written.AsScalar {
  YES,
  NO;

  public static Answer of(boolean yes) {
    return yes ? YES : NO;
  }

  @Override
  public String scalar() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isYes() {
    return this == YES;
  }
}
