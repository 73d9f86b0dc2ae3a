package dev.influx.lists.seeds;

import dev.influx.lists.seeds.CsvRecord.Flaw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads RFC 4180 records one by one, with the line each starts on. Bounded in memory whatever the
 * text: a field or a record that is too long is counted, not kept. A flawed record is skipped to
 * its end, so that the next one can be read.
 */
public final class CsvReader {

  static final int LONGEST_FIELD = 2_048;
  static final int MOST_COLUMNS = 64;

  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final BufferedReader in;
  private int line = 1;
  private int current;

  private final StringBuilder field = new StringBuilder();
  private List<String> fields = new ArrayList<>();
  private int columns;
  private Flaw flaw;

  public CsvReader(Reader in) throws IOException {
    this.in = new BufferedReader(in);
    this.current = read();
    if (current == BYTE_ORDER_MARK) {
      current = read();
    }
  }

  /** The next record; nothing at the end. Blank lines are no records. */
  public Optional<CsvRecord> next() throws IOException {
    while (current == '\n') {
      advance();
    }
    if (current == END) {
      return Optional.empty();
    }
    int start = line;
    fields = new ArrayList<>();
    columns = 0;
    flaw = null;
    readField();
    while (current == ',') {
      advance();
      readField();
    }
    CsvRecord found = new CsvRecord(start, columns, fields, Optional.ofNullable(flaw));
    advance();
    return Optional.of(found);
  }

  private void readField() throws IOException {
    field.setLength(0);
    if (current == '"') {
      readQuoted();
      skipAfterQuote();
    } else {
      readBare();
    }
    columns++;
    if (columns <= MOST_COLUMNS) {
      fields.add(field.toString());
    }
  }

  private void readBare() throws IOException {
    while (current != ',' && current != '\n' && current != END) {
      if (current == '"') {
        fault("a quote inside a field without quotes", "quote the whole field and double it");
      }
      keep();
      advance();
    }
  }

  private void readQuoted() throws IOException {
    int opened = line;
    advance();
    while (current != END) {
      if (current == '"') {
        advance();
        if (current != '"') {
          return;
        }
      }
      keep();
      advance();
    }
    fault(opened, "the quote opened here is never closed", "close it");
  }

  private void skipAfterQuote() throws IOException {
    if (current != ',' && current != '\n' && current != END) {
      fault("text after a closing quote", "put all of it inside the quotes");
    }
    while (current != ',' && current != '\n' && current != END) {
      advance();
    }
  }

  private void keep() {
    if (field.length() == LONGEST_FIELD) {
      fault(
          "a field longer than " + LONGEST_FIELD + " characters",
          "shorten it, or close the quote that is open here");
    } else {
      refuseUnprintable();
      field.append((char) current);
    }
  }

  private void refuseUnprintable() {
    if (current == '\uFFFD') {
      fault("bytes that are not UTF-8", "save the file as UTF-8");
    } else if (Character.isISOControl(current) && current != '\n') {
      fault("the control character U+%04X".formatted(current), "remove it");
    }
  }

  private void fault(String what, String remedy) {
    fault(line, what, remedy);
  }

  private void fault(int where, String what, String remedy) {
    if (flaw == null) {
      flaw = new Flaw(where, what, remedy);
    }
  }

  private void advance() throws IOException {
    if (current == '\n') {
      line++;
    }
    current = read();
  }

  /** The next character, with CRLF as one line feed. */
  private int read() throws IOException {
    int c = in.read();
    if (c == '\r') {
      in.mark(1);
      if (in.read() == '\n') {
        return '\n';
      }
      in.reset();
    }
    return c;
  }
}
