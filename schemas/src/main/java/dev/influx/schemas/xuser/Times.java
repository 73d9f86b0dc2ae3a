package dev.influx.schemas.xuser;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads the times of X. What has the shape that X gives them is read here, because the general
 * parser takes as long for one time as everything else takes for a user object.
 */
final class Times {
  /** Every digit is a zero here. */
  private static final String SHAPE = "0000-00-00T00:00:00.000Z";

  private static final int NANOS_PER_MILLI = 1_000_000;

  private Times() {}

  /**
   * Reads any time that {@link Instant#parse} reads, as the same instant.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static Instant parse(String text) {
    return hasShape(text) && number(text, 17, 19) < 60 && number(text, 11, 13) < 24
        ? LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                number(text, 20, 23) * NANOS_PER_MILLI)
            .toInstant(ZoneOffset.UTC)
        : Instant.parse(text);
  }

  private static boolean hasShape(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int at = 0; at < SHAPE.length(); at++) {
      char expected = SHAPE.charAt(at);
      char actual = text.charAt(at);
      if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = 10 * number + text.charAt(at) - '0';
    }
    return number;
  }
}
