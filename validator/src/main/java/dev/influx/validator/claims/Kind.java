package dev.influx.validator.claims;

import java.util.Locale;

/** What no two authors have in common; every fingerprint begins with the word of its kind. */
public enum Kind {
  /** A handle, which one author at a time holds. */
  HANDLE,
  /** The second in which the account was created. */
  CREATED,
  /** Five counts of an account that has written something. */
  NUMBERS;

  private static final char SEPARATOR = ':';

  private final String prefix = name().toLowerCase(Locale.ROOT) + SEPARATOR;

  /** The kind of a fingerprint. */
  public static Kind of(String fingerprint) {
    for (Kind kind : values()) {
      if (fingerprint.startsWith(kind.prefix)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("not a fingerprint: " + fingerprint);
  }

  String fingerprint(String what) {
    return prefix + what;
  }
}
