package dev.influx.validator.audit;

import java.util.Locale;

/** The side of the gates on which an author came out. */
public enum Stratum {
  /** Something was found that the audit asks about. */
  FLAGGED,
  /** Nothing of that kind was found. */
  CLEAN;

  /** The name in sheets. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Stratum other() {
    return this == FLAGGED ? CLEAN : FLAGGED;
  }
}
