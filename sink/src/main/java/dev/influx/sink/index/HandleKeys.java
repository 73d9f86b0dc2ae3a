package dev.influx.sink.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Keys of a folded handle, a zero byte, and the id of an author who has it. */
final class HandleKeys {
  private HandleKeys() {}

  /** In words, if both have the same handle; else null. */
  static String clash(byte[] one, byte[] other) {
    int end = zero(one);
    if (end < 0 || end != zero(other) || !Arrays.equals(one, 0, end, other, 0, end)) {
      return null;
    }
    return "authors %s and %s both have the handle %s"
        .formatted(
            text(one, end + 1, one.length), text(other, end + 1, other.length), text(one, 0, end));
  }

  private static int zero(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String text(byte[] key, int from, int to) {
    return new String(key, from, to - from, UTF_8);
  }
}
