package dev.influx.lists.terms;

/**
 * Writes a text anew, word by word, as its letters look; small and capital ones stay such. No
 * character becomes more than one, so what is written takes the place of what was read.
 */
final class PlainWords {

  private final char[] text;
  private int written;

  /** Whether what was written last is a Latin letter or another character of ASCII. */
  private boolean onLatin;

  private PlainWords(String text) {
    this.text = text.toCharArray();
  }

  static String in(String text) {
    return new PlainWords(text).written();
  }

  private String written() {
    for (int i = 0; i < text.length; ) {
      int kind = Glyph.of(text[i]);
      if ((kind & Glyph.WORD) != 0) {
        i = writeWord(i);
      } else if ((kind & (Glyph.SPACE | Glyph.BLANK)) != 0) {
        writeBlank();
        i++;
      } else {
        onLatin = text[i] < 0x80;
        write(text[i++]);
      }
    }
    return new String(text, 0, written);
  }

  private void write(char c) {
    text[written++] = c;
  }

  private void writeBlank() {
    if (written == 0 || text[written - 1] != ' ') {
      write(' ');
    }
    onLatin = true;
  }

  private int writeWord(int start) {
    int end = start;
    int kinds = 0;
    for (int kind = Glyph.of(text[end]); (kind & Glyph.WORD) != 0; ) {
      kinds |= kind;
      end++;
      kind = end == text.length ? 0 : Glyph.of(text[end]);
    }
    int disguises = disguises(start, end, kinds);
    if ((kinds & (disguises | Glyph.MARK)) == 0) {
      onLatin = (kinds & Glyph.FOREIGN) == 0 || isLatin(text[end - 1]);
      System.arraycopy(text, start, text, written, end - start);
      written += end - start;
    } else {
      write(start, end, disguises);
    }
    return end;
  }

  private static boolean isLatin(char c) {
    return (Glyph.of(c) & Glyph.FOREIGN) == 0;
  }

  /** The kinds of letters of a word that a reader takes for others. */
  private int disguises(int start, int end, int kinds) {
    boolean among = (kinds & (Glyph.LATIN | Glyph.DRESSED)) != 0;
    boolean latin = (kinds & Glyph.FOREIGN) != 0 && (among || looksLatin(start, end));
    return latin ? Glyph.DRESSED | Glyph.FOREIGN : Glyph.DRESSED;
  }

  /** A letter alone does not: it may be a word of its own script, and says nothing in any. */
  private boolean looksLatin(int start, int end) {
    int letters = 0;
    for (int i = start; i < end; i++) {
      if (!isLatin(text[i])) {
        if (!LookAlikes.isSame(text[i])) {
          return false;
        }
        letters++;
      }
    }
    return letters > 1;
  }

  private void write(int start, int end, int disguises) {
    for (int i = start; i < end; i++) {
      char c = text[i];
      if ((Glyph.of(c) & Glyph.MARK) == 0) {
        char look = (Glyph.of(c) & disguises) == 0 ? 0 : LookAlikes.latin(c);
        onLatin = look != 0 || isLatin(c);
        write(look == 0 ? c : look);
      } else if (!onLatin) {
        write(c);
      }
    }
  }
}
