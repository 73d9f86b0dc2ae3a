package dev.influx.scorer.model;

import java.util.Arrays;

/** What handles say: the words in them, and how much of one is found in a name. */
final class Handles {
  private static final int KEPT = 36;

  private Handles() {}

  /** Words apart: underscores, and the places where a capital follows a small letter or a digit. */
  static String split(String handle) {
    StringBuilder words = new StringBuilder(handle.length() + 4);
    char before = ' ';
    for (int i = 0; i < handle.length(); i++) {
      char c = handle.charAt(i);
      if (c >= 'A' && c <= 'Z' && isSmallOrDigit(before)) {
        words.append(' ');
      }
      words.append(c == '_' ? ' ' : c);
      before = c;
    }
    return words.toString();
  }

  /**
   * The longest common subsequence of the letters and digits of both, over those of the handle.
   *
   * <p>Each bit of a row stands for a character of the handle, and is 0 once that character extends
   * the subsequence (Hyyrö 2004), so that a name costs one addition per character and word of bits.
   */
  static double shareFound(String foldedHandle, String foldedName) {
    int length = countKept(foldedHandle);
    if (length == 0) {
      return 0;
    }
    int words = (length + Long.SIZE - 1) / Long.SIZE;
    long[] places = places(foldedHandle, words);
    long[] row = new long[words];
    Arrays.fill(row, -1L);
    for (int i = 0; i < foldedName.length(); i++) {
      int kept = kept(foldedName.charAt(i));
      if (kept >= 0) {
        advance(row, places, kept * words);
      }
    }
    return (double) zeros(row, length) / length;
  }

  private static long[] places(String foldedHandle, int words) {
    long[] places = new long[KEPT * words];
    int place = 0;
    for (int i = 0; i < foldedHandle.length(); i++) {
      int kept = kept(foldedHandle.charAt(i));
      if (kept >= 0) {
        places[kept * words + place / Long.SIZE] |= 1L << place;
        place++;
      }
    }
    return places;
  }

  private static void advance(long[] row, long[] places, int from) {
    long carry = 0;
    for (int w = 0; w < row.length; w++) {
      long before = row[w];
      long matched = before & places[from + w];
      long half = before + matched;
      long sum = half + carry;
      carry = Long.compareUnsigned(half, before) < 0 || Long.compareUnsigned(sum, half) < 0 ? 1 : 0;
      row[w] = sum | (before - matched);
    }
  }

  private static int zeros(long[] row, int length) {
    int zeros = 0;
    for (int place = 0; place < length; place++) {
      zeros += ((row[place / Long.SIZE] >>> place) & 1) == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static int countKept(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += kept(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return count;
  }

  /** Only plain small letters and digits are compared. */
  private static int kept(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? 26 + c - '0' : -1;
  }

  private static boolean isSmallOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
