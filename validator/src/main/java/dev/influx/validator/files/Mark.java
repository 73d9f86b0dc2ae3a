package dev.influx.validator.files;

import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Imprint;
import java.util.Locale;
import java.util.regex.Pattern;

/** Something that only one author of a file may have, as two longs that only equal ones share. */
record Mark(Kind kind, long high, long low) {
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

  /** What is marked, and what it means when two have it. */
  enum Kind {
    ID(0, Code.DUPLICATE_ID),
    HANDLE(1, Code.DUPLICATE_HANDLE),
    CREATED(2, Code.COPIED_METRICS),
    NUMBERS(3, Code.COPIED_METRICS);

    private final long number;
    private final Code code;

    Kind(long number, Code code) {
      this.number = number;
      this.code = code;
    }

    /** Stands for it where there is only room for numbers. */
    long number() {
      return number;
    }

    static Kind of(long number) {
      for (Kind kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      throw new IllegalArgumentException("not the number of a kind: " + number);
    }

    /** Whether it is a copy, of which it cannot be told who made it: then both have it. */
    boolean isCopy() {
      return code == Code.COPIED_METRICS;
    }

    Fault fault(long line, String id, long otherLine, String otherId) {
      String other = "id " + otherId + " in line " + otherLine;
      return switch (this) {
        case ID -> code.at(line, id, "the id of line " + otherLine + " again");
        case HANDLE -> code.at(line, id, "the handle of line " + otherLine + " again");
        case CREATED ->
            code.at(line, id, "copies.same_second", "created in the same second as " + other);
        case NUMBERS -> code.at(line, id, "copies.numbers", "the same numbers as " + other);
      };
    }
  }

  static Mark ofId(String id) {
    return isId(id)
        ? new Mark(Kind.ID, id.length(), Long.parseUnsignedLong(id))
        : of(Kind.ID, Imprint.ofText(id));
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static Mark ofHandle(String handle) {
    return of(Kind.HANDLE, Imprint.ofHandle(handle.toLowerCase(Locale.ROOT)));
  }

  static Mark of(Claim claim) {
    Kind kind =
        switch (claim.kind()) {
          case HANDLE -> Kind.HANDLE;
          case CREATED -> Kind.CREATED;
          case NUMBERS -> Kind.NUMBERS;
        };
    return of(kind, Imprint.of(claim));
  }

  private static Mark of(Kind kind, Imprint imprint) {
    return new Mark(kind, imprint.high(), imprint.low());
  }
}
