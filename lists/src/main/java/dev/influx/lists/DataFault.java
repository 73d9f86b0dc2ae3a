package dev.influx.lists;

/**
 * Something wrong in a data file: where, what, and what to do about it.
 *
 * @param source the file, or what else was read
 * @param line from 1; 0 when the fault lies in the source as a whole
 */
public record DataFault(String source, int line, String what, String remedy) {

  private static final int SHOWN_CHARACTERS = 60;

  public String where() {
    return line == 0 ? source : source + ":" + line;
  }

  @Override
  public String toString() {
    return where() + ": " + what + "; " + remedy;
  }

  /** A value from the file as a message may show it: short, on one line, without control codes. */
  public static String quote(String value) {
    StringBuilder shown = new StringBuilder("\"");
    value
        .codePoints()
        .limit(SHOWN_CHARACTERS)
        .forEach(
            c -> {
              if (isHarmless(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format("\\u%04x", c));
              }
            });
    boolean cut = value.codePointCount(0, value.length()) > SHOWN_CHARACTERS;
    return shown.append(cut ? "..." : "").append('"').toString();
  }

  /** Direction overrides count as harmful: they would reorder the message around the value. */
  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
