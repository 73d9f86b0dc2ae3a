package dev.influx.harvester.imports;

import java.util.Locale;

/** Why something in a file must not become an observation. */
public enum Fault {
  /** It is no JSON, or not whole. */
  BROKEN_JSON,
  /** It looks like a user and has no id or no username, which nobody may guess. */
  INCOMPLETE_USER,
  /** X gives no such id. */
  IMPOSSIBLE_ID,
  /** Somebody typed digits where an id should be. */
  PLACEHOLDER_ID,
  /** The id says that it was made after now. */
  FUTURE_ID,
  /** No handle has such characters. */
  IMPOSSIBLE_HANDLE,
  /** It was seen before X was there, or after now. */
  IMPOSSIBLE_TIME,
  /** A member is of a type that it cannot have. */
  WRONG_TYPE,
  /** It does not fit into a record. */
  TOO_LONG;

  /** The word in headers, counters and reports. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
