package dev.influx.harvester.imports;

import java.util.Locale;

/** What is odd about a user who is imported nevertheless. */
public enum Doubt {
  /** Some handles of old accounts are longer than 15 characters. */
  LONG_HANDLE,
  /** The id begins like one that was typed; real ones do too. */
  TYPED_ID,
  /** The id is a number so large that programs may have rounded it. */
  NUMERIC_ID,
  /** X knows no such badge. */
  ODD_VERIFIED_TYPE,
  /** The counts stand beside the name instead of in {@code public_metrics}. */
  FLAT_METRICS;

  /** The word in reports. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
