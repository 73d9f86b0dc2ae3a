package dev.influx.lists.terms;

/**
 * Letters that look like Latin ones. Every string holds pairs: a letter, and the Latin letter that
 * a reader takes it for.
 */
final class LookAlikes {

  /** Latin letters in other dress: small capitals, script and dotless letters. */
  private static final String DRESSED =
      "\u1D00a\u0299b\u1D04c\u1D05d\u1D07e\uA730f\u0262g\u029Ch\u026Ai\u1D0Aj\u1D0Bk\u029Fl"
          + "\u1D0Dm\u0274n\u1D0Fo\u1D18p\uA7AFq\u0280r\uA731s\u1D1Bt\u1D1Cu\u1D20v\u1D21w\u028Fy"
          + "\u1D22z\u1D0En\u1D19r\u0281r\u0251a\u0261g\u0131i\u0130i\u0269i";

  /** Small letters that nobody tells from Latin ones: Cyrillic, Greek, Armenian, Cherokee. */
  private static final String SAME =
      "\u0430a\u0441c\u0435e\u043Eo\u0440p\u0445x\u0443y\u0456i\u0455s\u0458j\u04BBh\u0501d"
          + "\u051Bq\u051Dw\u04CFl\u0475v\u04AFy"
          + "\u03BFo\u03B1a\u03BDv\u03B9i\u03C1p\u03C5u\u03F3j"
          + "\u0585o"
          + "\uAB70d\uAB71r\uAB72t\uAB75i\uAB7Aa\uAB7Bj\uAB7Ce\uAB83w\uAB87m\uAB8Bh\uAB79y\uAB8Dy"
          + "\uAB90g\uAB93z\uABA2r\uABA9v\uABAAs\uABAEl\uABAFc\uABB2p\uABB6k\u13FCb";

  /** Small letters that pass for Latin ones, or whose capitals do, in the company of those. */
  private static final String SIMILAR =
      "\u0432b\u043Ak\u043Cm\u043Dh\u0442t\u043Fn\u044Cb\u0448w"
          + "\u03C4t\u03BAk\u03B7n\u03C9w\u03C7x\u03B3y\u03B5e\u03B2b\u03B6z\u03BCu"
          + "\u057Du\u0570h\u0578n\u0581g\u0566q\u0575j";

  /** Capitals of Greek, which may look like another letter than the small one does. */
  private static final String CAPITALS =
      "\u0391a\u0392b\u0395e\u0396z\u0397h\u0399i\u039Ak\u039Cm\u039Dn\u039Fo\u03A1p\u03A4t"
          + "\u03A5y\u03A7x";

  private static final char[] LATIN = new char[Character.MAX_VALUE + 1];
  private static final boolean[] IS_SAME = new boolean[Character.MAX_VALUE + 1];

  static {
    put(DRESSED + SAME + SIMILAR);
    for (int i = 0; i < SAME.length(); i += 2) {
      IS_SAME[SAME.charAt(i)] = true;
    }
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      char small = Character.toLowerCase(c);
      if (small != c) {
        LATIN[c] = LATIN[c] == 0 ? LATIN[small] : LATIN[c];
        IS_SAME[c] = IS_SAME[small];
      }
    }
    put(CAPITALS);
  }

  private LookAlikes() {}

  private static void put(String pairs) {
    for (int i = 0; i < pairs.length(); i += 2) {
      LATIN[pairs.charAt(i)] = pairs.charAt(i + 1);
    }
  }

  /** The letter from a to z that a letter looks like, or 0. */
  static char latin(char letter) {
    return LATIN[letter];
  }

  /** Whether a reader cannot tell the small form of a letter from a Latin one. */
  static boolean isSame(char letter) {
    return IS_SAME[letter];
  }
}
