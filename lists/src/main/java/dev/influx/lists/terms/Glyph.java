package dev.influx.lists.terms;

import java.lang.Character.UnicodeScript;

/** What kinds of characters a reader tells apart, as bits, so that a text is a mix of them. */
final class Glyph {

  static final int LATIN = 1;
  static final int DIGIT = 1 << 1;

  /** A letter of a script some of whose letters look like Latin ones. */
  static final int FOREIGN = 1 << 2;

  /** A Latin letter that is written otherwise than with the letters from a to z. */
  static final int DRESSED = 1 << 3;

  static final int BLANK = 1 << 4;

  /** White space other than {@link #BLANK}. */
  static final int SPACE = 1 << 5;

  /** What stands on the character before it. */
  static final int MARK = 1 << 6;

  static final int INVISIBLE = 1 << 7;

  /** What may not be its own normal form. */
  static final int UNSETTLED = 1 << 8;

  /** A pair of surrogates that is a letter in a circle or a square. */
  static final int FRAMED = 1 << 9;

  /** A surrogate; {@link #at} knows of what. */
  static final int HALF = 1 << 10;

  /** A surrogate without the other one. */
  static final int BROKEN = 1 << 11;

  /** The kinds that make up words. */
  static final int WORD = LATIN | DIGIT | FOREIGN | DRESSED | MARK;

  /** The kinds for which nothing has to be done. */
  static final int CLEAN = LATIN | DIGIT;

  private static final short[] OF = new short[Character.MAX_VALUE + 1];

  static {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      OF[c] = (short) kindOf(c);
    }
  }

  private Glyph() {}

  /** The kind of a character of the first plane. */
  static int of(char c) {
    return OF[c];
  }

  /** The kinds of the character that stands at a place of a text. */
  static int at(String text, int i) {
    char c = text.charAt(i);
    return Character.isSurrogate(c) ? ofPair(text.codePointAt(i)) : OF[c];
  }

  private static int ofPair(int codePoint) {
    if (codePoint <= Character.MAX_VALUE) {
      return BROKEN;
    }
    if (framed(codePoint) != 0) {
      return FRAMED;
    }
    if (Fold.isInert(codePoint)) {
      return 0;
    }
    return isInvisible(codePoint) ? INVISIBLE : UNSETTLED;
  }

  /**
   * The letter from a to z in a dark circle or square, or 0; normal forms undo all other frames.
   */
  static char framed(int codePoint) {
    if (isWithin(0x1F150, 0x1F169, codePoint)) {
      return (char) ('a' + codePoint - 0x1F150);
    }
    return isWithin(0x1F170, 0x1F189, codePoint) ? (char) ('a' + codePoint - 0x1F170) : 0;
  }

  private static int kindOf(char c) {
    if (Character.isSurrogate(c)) {
      return HALF;
    }
    if (isSpace(c)) {
      return c == ' ' ? BLANK : SPACE | unsettled(c);
    }
    if (isInvisible(c)) {
      return INVISIBLE;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return MARK | UNSETTLED;
    }
    return letterOrDigit(c) | unsettled(c);
  }

  private static int letterOrDigit(char c) {
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    if (!Character.isLetter(c)) {
      return 0;
    }
    return switch (UnicodeScript.of(c)) {
      case LATIN -> LookAlikes.latin(c) == 0 ? LATIN : DRESSED;
      case CYRILLIC, GREEK, ARMENIAN, CHEROKEE -> FOREIGN;
      default -> 0;
    };
  }

  private static int unsettled(char c) {
    return c < 0x80 || Fold.isInert(c) ? 0 : UNSETTLED;
  }

  /** The last two are drawn as nothing, though they are no white space to the standard. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0x2800;
  }

  /** Characters that are drawn as nothing, and do not even take up space. */
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT || Character.isISOControl(c) || isIgnorable(c);
  }

  /** Those that the standard calls ignorable by default, and that are not of type format. */
  private static boolean isIgnorable(int c) {
    return switch (c) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0 -> true;
      default ->
          isWithin(0x180B, 0x180F, c)
              || isWithin(0xFE00, 0xFE0F, c)
              || isWithin(0xFFF0, 0xFFF8, c)
              || isWithin(0xE0000, 0xE0FFF, c);
    };
  }

  private static boolean isWithin(int least, int most, int c) {
    return least <= c && c <= most;
  }
}
