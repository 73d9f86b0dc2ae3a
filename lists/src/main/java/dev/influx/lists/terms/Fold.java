package dev.influx.lists.terms;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Makes texts comparable: NFKC, then lower case without a language. Most characters are their own
 * normal form whatever stands around them, so only the few runs of others are normalised.
 */
public final class Fold {

  private Fold() {}

  /** The folded text; folding it again changes nothing but what lower-casing brought about. */
  public static String of(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) >= 0x80) {
        return normalized(text).toLowerCase(Locale.ROOT);
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** The NFKC of a text. */
  static String normalized(String text) {
    StringBuilder result = null;
    int copied = 0;
    for (int i = 0; i < text.length(); ) {
      if (isInert(text, i)) {
        i += Character.charCount(text.codePointAt(i));
      } else {
        int from = Math.max(copied, startBefore(text, i));
        int to = endAfter(text, i);
        result = result == null ? new StringBuilder(text.length() + 8) : result;
        result.append(text, copied, from);
        result.append(Normalizer.normalize(text.substring(from, to), Form.NFKC));
        copied = to;
        i = to;
      }
    }
    return result == null ? text : result.append(text, copied, text.length()).toString();
  }

  /** What follows may compose with the character before it, so that one belongs to the run. */
  private static int startBefore(String text, int i) {
    return i == 0 ? 0 : i - Character.charCount(text.codePointBefore(i));
  }

  private static int endAfter(String text, int i) {
    int end = i;
    while (end < text.length() && !isInert(text, end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isInert(String text, int i) {
    return text.charAt(i) < 0x80 || isInert(text.codePointAt(i));
  }

  /** Whether a character is its own normal form, whatever stands around it. */
  static boolean isInert(int codePoint) {
    return Inert.CODE_POINTS.get(codePoint);
  }

  /**
   * Characters that are their own normal form and never join the character before them; worked out
   * when the first text needs it. Scripts that are not looked at only cost a little more.
   */
  private static final class Inert {
    private static final int END_OF_PLANE = 0x10000;
    private static final int EMOJI = 0x1F000;
    private static final int END_OF_EMOJI = 0x1FB00;

    static final BitSet CODE_POINTS =
        IntStream.concat(IntStream.range(0, END_OF_PLANE), IntStream.range(EMOJI, END_OF_EMOJI))
            .filter(c -> !joinsWhatIsBefore(c))
            .filter(c -> Normalizer.isNormalized(Character.toString(c), Form.NFKC))
            .collect(BitSet::new, BitSet::set, BitSet::or);

    /** Marks of every kind do; beside them, only the vowels and finals of Hangul. */
    private static boolean joinsWhatIsBefore(int codePoint) {
      return switch (Character.getType(codePoint)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.UNASSIGNED,
            Character.PRIVATE_USE,
            Character.SURROGATE ->
            true;
        default -> codePoint >= 0x1100 && codePoint <= 0x11FF;
      };
    }
  }
}
