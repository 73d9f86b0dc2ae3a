package dev.influx.harvester.region;

import java.util.ArrayList;
import java.util.List;

/** The countries whose flags are in a text: a flag is two letters of a special alphabet. */
final class Flags {
  private static final int A = 0x1F1E6;
  private static final int Z = 0x1F1FF;

  private Flags() {}

  /** Two-letter codes, in small letters. */
  static List<String> in(String text) {
    int[] points = text.codePoints().toArray();
    List<String> flags = new ArrayList<>();
    for (int i = 0; i + 1 < points.length; i++) {
      if (isLetter(points[i]) && isLetter(points[i + 1])) {
        flags.add("" + letter(points[i]) + letter(points[i + 1]));
        i++;
      }
    }
    return flags;
  }

  private static boolean isLetter(int point) {
    return point >= A && point <= Z;
  }

  private static char letter(int point) {
    return (char) ('a' + point - A);
  }
}
