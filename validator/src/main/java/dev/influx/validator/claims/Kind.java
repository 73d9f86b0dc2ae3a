package dev.influx.validator.claims;

import java.util.Locale;

/** What no two authors have in common; every fingerprint begins with the word of its kind. */
public enum Kind {
  /** A handle, which one author at a time holds. */
  HANDLE(0),
  /** The second in which the account was created. */
  CREATED(1),
  /** Five counts of an account that has written something. */
  NUMBERS(2);

  private static final char SEPARATOR = ':';

  private final String prefix = name().toLowerCase(Locale.ROOT) + SEPARATOR;
  private final int number;

  Kind(int number) {
    this.number = number;
  }

  /** Stands for it where there is only room for numbers; they begin at 0. */
  public int number() {
    return number;
  }

  /** The kind for which a number stands. */
  public static Kind of(long number) {
    for (Kind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new IllegalArgumentException("not the number of a kind: " + number);
  }

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

  /** What a fingerprint of this kind says besides its kind. */
  String what(String fingerprint) {
    return fingerprint.substring(prefix.length());
  }
}
