package dev.influx.scorer.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The key of what the scorer says to itself: who or what it is addressed to, a zero byte, and what
 * it is about. So the latest word of each author on each fingerprint is kept, and no other.
 */
record PairKey(String to, String about) {
  private static final char SEPARATOR = '\0';

  static Optional<PairKey> in(byte[] key) {
    if (key == null) {
      return Optional.empty();
    }
    String text = new String(key, StandardCharsets.UTF_8);
    int end = text.indexOf(SEPARATOR);
    return end < 1 || end == text.length() - 1
        ? Optional.empty()
        : Optional.of(new PairKey(text.substring(0, end), text.substring(end + 1)));
  }

  byte[] bytes() {
    return (to + SEPARATOR + about).getBytes(StandardCharsets.UTF_8);
  }

  byte[] toBytes() {
    return to.getBytes(StandardCharsets.UTF_8);
  }

  /** How many bytes of a key say to whom it is. */
  static int lengthOfTo(byte[] key) {
    int length = 0;
    while (length < key.length && key[length] != SEPARATOR) {
      length++;
    }
    return length;
  }
}
