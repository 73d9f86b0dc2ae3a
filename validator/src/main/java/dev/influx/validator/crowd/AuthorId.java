package dev.influx.validator.crowd;

/**
 * An id of up to 19 digits as two longs that are in the order of ids: the number, then how many
 * digits it is written with, for some begin with zeros.
 *
 * @param number shifted by half of all longs, so that it orders as a signed one
 */
record AuthorId(long number, long digits) {
  private static final int MOST_DIGITS = 19;

  static AuthorId of(String id) {
    if (id.length() > MOST_DIGITS) {
      throw new IllegalArgumentException("an id of " + id.length() + " digits");
    }
    return new AuthorId(Long.parseUnsignedLong(id) + Long.MIN_VALUE, id.length());
  }

  String text() {
    String text = Long.toUnsignedString(number - Long.MIN_VALUE);
    return "0".repeat((int) digits - text.length()) + text;
  }
}
