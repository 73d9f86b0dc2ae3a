package dev.influx.scorer.language;

import java.util.Arrays;

/** The distinct runs of one, two and three characters of a text, each as one number. */
final class NGrams {
  private static final int LONGEST = 3;
  private static final long START = 1;
  private static final long NONE = 0;

  private final long[] slots;
  private final long[] found;
  private int count;

  private NGrams(int most) {
    slots = new long[roomFor(most)];
    found = new long[most];
  }

  /** In the order in which they first occur. */
  static long[] of(String text) {
    NGrams grams = new NGrams(LONGEST * text.length());
    for (int start = 0; start < text.length(); start++) {
      int end = Math.min(text.length(), start + LONGEST);
      long gram = START;
      for (int at = start; at < end; at++) {
        gram = append(gram, text.charAt(at));
        grams.add(gram);
      }
    }
    return Arrays.copyOf(grams.found, grams.count);
  }

  /** The number of a text that is one such run. */
  static long number(String gram) {
    long number = START;
    for (int at = 0; at < gram.length(); at++) {
      number = append(number, gram.charAt(at));
    }
    return number;
  }

  private static long append(long gram, char next) {
    return (gram << Character.SIZE) | Character.toLowerCase(next);
  }

  private void add(long gram) {
    int slot = slot(slots, gram);
    if (slots[slot] == NONE) {
      slots[slot] = gram;
      found[count++] = gram;
    }
  }

  /** A size for a table in which as many numbers are found fast: at most half of it is in use. */
  static int roomFor(int numbers) {
    return Integer.highestOneBit(Math.max(1, numbers)) << 2;
  }

  /** Where a run is in a table of a power of two, or where it would be. */
  static int slot(long[] table, long gram) {
    int mask = table.length - 1;
    int slot = (int) ((gram * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (table[slot] != NONE && table[slot] != gram) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
