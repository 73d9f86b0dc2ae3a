package dev.influx.simulator.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
final class Spelling {

  private static final int LONGEST_GUESS = 64;

  private Spelling() {}

  /** The likely word, or all that are known. */
  static String suggest(String given, Collection<String> known) {
    return nearest(given, known)
        .map(word -> "did you mean " + word + "?")
        .orElseGet(() -> "known are " + String.join(", ", known));
  }

  private static Optional<String> nearest(String given, Collection<String> known) {
    int limit = Math.max(1, given.length() / 3);
    return known.stream()
        .filter(word -> given.length() <= LONGEST_GUESS && distance(given, word) <= limit)
        .min(Comparator.comparingInt(word -> distance(given, word)));
  }

  private static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
      }
      last = row;
    }
    return last[b.length()];
  }
}
