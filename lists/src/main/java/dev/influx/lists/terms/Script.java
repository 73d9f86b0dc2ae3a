package dev.influx.lists.terms;

import java.lang.Character.UnicodeScript;

/** Where words begin and end in any script; scripts without blanks do not say. */
final class Script {
  private static final int ASCII = 0x80;

  private Script() {}

  /** Whether a word may begin here; a character stands here. */
  static boolean partsBefore(String text, int start) {
    if (start == 0) {
      return true;
    }
    char neighbour = text.charAt(start - 1);
    char edge = text.charAt(start);
    return (neighbour | edge) < ASCII
        ? !isAsciiWord(neighbour)
        : parts(text.codePointBefore(start), text.codePointAt(start));
  }

  /** Whether a word may end here; a character stands before. */
  static boolean partsAfter(String text, int end) {
    if (end == text.length()) {
      return true;
    }
    char neighbour = text.charAt(end);
    char edge = text.charAt(end - 1);
    return (neighbour | edge) < ASCII
        ? !isAsciiWord(neighbour)
        : parts(text.codePointAt(end), text.codePointBefore(end));
  }

  private static boolean parts(int neighbour, int edge) {
    return !Character.isLetterOrDigit(neighbour) || hasNoBlanks(neighbour) || hasNoBlanks(edge);
  }

  /** Of folded texts, so there are no capitals; most texts end here. */
  private static boolean isAsciiWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean hasNoBlanks(int codePoint) {
    if (codePoint < ASCII) {
      return false;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
      default -> isSharedByKana(codePoint);
    };
  }

  /** Such as the mark that makes a vowel long, with which many words in Katakana end. */
  private static boolean isSharedByKana(int codePoint) {
    return codePoint >= 0x30A0 && codePoint <= 0x30FF;
  }
}
