package dev.influx.validator.files;

import dev.influx.schemas.published.Sha256Hex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that only one author of a file may have, as two longs. What has the form that it should
 * have is written in them as it is, so that different ones differ; for all else stands a hash.
 */
record Mark(Kind kind, long high, long low) {
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9_]{1,15}");
  private static final int RADIX = 38;
  private static final int DIGITS = 8;
  private static final long HASHED = -1;

  /** What is marked, and what it means when two have it. */
  enum Kind {
    ID(0, Code.DUPLICATE_ID, "id"),
    HANDLE(1, Code.DUPLICATE_HANDLE, "handle");

    private final long number;
    private final Code code;
    private final String word;

    Kind(long number, Code code, String word) {
      this.number = number;
      this.code = code;
      this.word = word;
    }

    /** Stands for it where there is only room for numbers. */
    long number() {
      return number;
    }

    static Kind of(long number) {
      return number == HANDLE.number ? HANDLE : ID;
    }

    Fault fault(long line, String id, long first) {
      return code.at(line, id, "the " + word + " of line " + first + " again");
    }
  }

  static Mark ofId(String id) {
    return isId(id)
        ? new Mark(Kind.ID, id.length(), Long.parseUnsignedLong(id))
        : hashed(Kind.ID, id);
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static Mark ofHandle(String handle) {
    String folded = handle.toLowerCase(Locale.ROOT);
    return HANDLE.matcher(folded).matches()
        ? new Mark(Kind.HANDLE, digits(folded, 0), digits(folded, DIGITS))
        : hashed(Kind.HANDLE, folded);
  }

  private static long digits(String handle, int from) {
    long number = 0;
    for (int at = from; at < from + DIGITS; at++) {
      number = number * RADIX + (at < handle.length() ? 1 + digit(handle.charAt(at)) : 0);
    }
    return number;
  }

  private static int digit(char c) {
    return c == '_' ? 36 : Character.digit(c, 36);
  }

  private static Mark hashed(Kind kind, String text) {
    byte[] hash = Sha256Hex.newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
    return new Mark(kind, HASHED, ByteBuffer.wrap(hash).getLong());
  }
}
