package dev.influx.harvester.plan;

import java.util.Locale;

/** How asking for one author ended. */
public enum Ending {
  FOUND,
  NOT_FOUND,
  SUSPENDED,
  /** Exists and may not be seen. */
  FORBIDDEN,
  /** Could not be told now; worth asking again. */
  UNAVAILABLE,
  /** Cannot be asked for. */
  INVALID,
  /** X answered, and said nothing of this author. */
  UNACCOUNTED;

  /** The word in counters and logs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
