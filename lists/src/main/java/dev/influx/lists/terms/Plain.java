package dev.influx.lists.terms;

import java.util.Locale;

/**
 * What a text looks like to a reader, made comparable: folded as by {@link Fold}, and rid of what
 * is there only to keep words from being found. Invisible characters go, as do marks on Latin
 * letters that do not make another letter of them; white space becomes one blank; letters in frames
 * and other dress become those from a to z, and so do the look-alikes of other scripts in words
 * that are Latin to the eye. Words of other scripts stay what they are.
 */
public final class Plain {

  private static final char REPLACEMENT = '\uFFFD';

  private Plain() {}

  /** The plain text; making it plain again changes nothing. */
  public static String of(String text) {
    int kinds = kindsIn(text);
    if ((kinds & ~Glyph.CLEAN) == 0) {
      return text.toLowerCase(Locale.ROOT);
    }
    boolean strip = (kinds & (Glyph.INVISIBLE | Glyph.FRAMED | Glyph.BROKEN)) != 0;
    String stripped = strip ? stripped(text) : text;
    boolean settled = (kinds & Glyph.UNSETTLED) == 0 && !strip;
    String normal = settled ? stripped : Fold.normalized(stripped);
    String plain = PlainWords.in(normal).toLowerCase(Locale.ROOT);
    boolean mayCompose = !settled && !plain.equals(normal);
    return mayCompose ? Fold.of(plain) : plain;
  }

  /** Of blanks, only those that follow another one count. */
  private static int kindsIn(String text) {
    int kinds = 0;
    int before = 0;
    for (int i = 0; i < text.length(); i++) {
      int kind = Glyph.of(text.charAt(i));
      kinds |= kind & (before | ~Glyph.BLANK);
      before = kind;
    }
    return (kinds & Glyph.HALF) == 0 ? kinds : (kinds & ~Glyph.HALF) | kindsOfPairs(text);
  }

  private static int kindsOfPairs(String text) {
    int kinds = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int kind = Glyph.at(text, i);
        kinds |= kind;
        i += (kind & Glyph.BROKEN) == 0 ? 1 : 0;
      }
    }
    return kinds;
  }

  /** Without what is not seen; halves of pairs are replaced, or they might find each other. */
  private static String stripped(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int kinds = Glyph.at(text, i);
      if ((kinds & Glyph.BROKEN) != 0) {
        seen.append(REPLACEMENT);
      } else if ((kinds & Glyph.FRAMED) != 0) {
        seen.append(Glyph.framed(codePoint));
      } else if ((kinds & Glyph.INVISIBLE) == 0) {
        seen.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return seen.toString();
  }
}
