package dev.influx.harvester.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/**
 * The lines of a text one by one, ended by LF or CRLF. Of a line that is too long only the
 * beginning is kept, so that memory is bounded whatever comes.
 */
final class Lines {
  static final int LONGEST = 1 << 20;

  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final BufferedReader text;
  private final StringBuilder line = new StringBuilder();
  private long number;

  Lines(BufferedReader text) throws IOException {
    this.text = text;
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
  }

  /**
   * A line without its end.
   *
   * @param number from 1
   * @param whole false if the end was left out
   */
  record Line(long number, String text, boolean whole) {}

  /** The next line; nothing at the end. What follows it has not been read. */
  Optional<Line> next() throws IOException {
    int c = text.read();
    if (c == END) {
      return Optional.empty();
    }
    line.setLength(0);
    boolean whole = true;
    for (; c != END && c != '\n'; c = text.read()) {
      whole &= line.length() < LONGEST;
      if (whole) {
        line.append((char) c);
      }
    }
    number++;
    return Optional.of(new Line(number, line.toString().strip(), whole));
  }
}
