package dev.influx.lists;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
public final class Spelling {

  private static final int LONGEST_GUESS = 64;

  private Spelling() {}

  /** The closest known word, if one is close enough that naming it helps. */
  public static Optional<String> nearest(String given, Collection<String> known) {
    if (given.length() > LONGEST_GUESS) {
      return Optional.empty();
    }
    String folded = given.strip().toLowerCase(Locale.ROOT);
    int limit = Math.max(1, folded.length() / 3);
    return known.stream()
        .filter(word -> distance(folded, word.toLowerCase(Locale.ROOT)) <= limit)
        .min(Comparator.comparingInt(word -> distance(folded, word.toLowerCase(Locale.ROOT))));
  }

  /** A remedy for an unknown word: the likely one, or all that are known. */
  public static String suggest(String given, Collection<String> known) {
    return nearest(given, known)
        .map(word -> "did you mean " + word + "?")
        .orElseGet(() -> "known are " + String.join(", ", known));
  }

  /** Edits between two words, where swapping two neighbours is one edit. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = nextRow(a, b, i, last, beforeLast);
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static int[] nextRow(String a, String b, int i, int[] last, int[] beforeLast) {
    int[] row = new int[b.length() + 1];
    row[0] = i;
    for (int j = 1; j <= b.length(); j++) {
      int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
      if (swapped(a, b, i, j)) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    return row;
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
