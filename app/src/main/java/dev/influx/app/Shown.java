package dev.influx.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts of strangers as a terminal may show them: nothing in them moves its cursor. */
final class Shown {
  private static final int WIDTH = 80;
  private static final int JOINER = 0x200D;

  private Shown() {}

  /** On one line. What cannot be seen, or turns the direction of what comes after it, is named. */
  static String line(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    shown.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
                    shown.append(c == JOINER ? Character.toString(c) : named(c));
                default -> shown.appendCodePoint(c);
              }
            });
    return shown.toString().strip().replaceAll(" +", " ");
  }

  /** To the second, the two largest units of it: {@code 3 h 10 min}. */
  static String time(Duration span) {
    if (span.toHours() > 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toMinutes() > 0
        ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
        : span.toSeconds() + " s";
  }

  private static String named(int codePoint) {
    return String.format(Locale.ROOT, "<U+%04X>", codePoint);
  }

  /** On lines that fit a terminal, each behind the indent. */
  static List<String> wrapped(String text, String indent) {
    int room = WIDTH - indent.length();
    List<String> lines = new ArrayList<>();
    String rest = line(text);
    while (rest.length() > room) {
      int end = end(rest, room);
      lines.add(indent + rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (!rest.isEmpty()) {
      lines.add(indent + rest);
    }
    return lines;
  }

  /** Between two words, or where there are none, within one; never within a character. */
  private static int end(String text, int room) {
    int blank = text.lastIndexOf(' ', room);
    if (blank > 0) {
      return blank;
    }
    return Character.isLowSurrogate(text.charAt(room)) ? room - 1 : room;
  }
}
