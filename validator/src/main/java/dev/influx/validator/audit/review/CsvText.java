package dev.influx.validator.audit.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows of cells as RFC 4180 writes them. Reading also takes what spreadsheets make of such a text:
 * semicolons or tabs for commas, and a byte order mark.
 */
final class CsvText {
  private static final String SEPARATORS = ",;\t";
  private static final String LINE_END = "\r\n";

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private String flaw;

  private CsvText(String text) {
    this.text = text;
    this.separator =
        text.chars()
            .filter(c -> SEPARATORS.indexOf(c) >= 0)
            .mapToObj(c -> (char) c)
            .findFirst()
            .orElse(',');
  }

  /**
   * A row that was read.
   *
   * @param line where it begins
   * @param flaw what is wrong with how it is written
   */
  record Row(int line, List<String> cells, Optional<String> flaw) {
    Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return flaw.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
  }

  static String row(List<String> cells) {
    return cells.stream().map(CsvText::quoted).collect(Collectors.joining(",", "", LINE_END));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == '\r' || c == '\n' || isComma(c));
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static boolean isComma(int c) {
    return SEPARATORS.indexOf(c) >= 0;
  }

  /** All rows but blank ones. */
  static List<Row> read(String text) {
    CsvText reader = new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<Row> rows = new ArrayList<>();
    while (reader.at < reader.text.length()) {
      Row row = reader.row();
      if (!row.isBlank()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Row row() {
    int start = line;
    flaw = null;
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (is(separator)) {
      advance();
      cells.add(cell());
    }
    endLine();
    return new Row(start, cells, Optional.ofNullable(flaw));
  }

  private String cell() {
    StringBuilder cell = new StringBuilder();
    if (is('"')) {
      readQuoted(cell);
      if (!isAtEndOfCell()) {
        flaw = "there is text after a closing quote";
      }
    }
    while (!isAtEndOfCell()) {
      flaw = is('"') && flaw == null ? "there is a quote inside a cell without quotes" : flaw;
      cell.append(text.charAt(at));
      advance();
    }
    return cell.toString();
  }

  private void readQuoted(StringBuilder cell) {
    int opened = line;
    advance();
    while (at < text.length()) {
      if (is('"')) {
        advance();
        if (!is('"')) {
          return;
        }
      }
      cell.append(text.charAt(at));
      advance();
    }
    flaw = "the quote opened on line " + opened + " is never closed";
  }

  private boolean isAtEndOfCell() {
    return at >= text.length() || is(separator) || is('\n') || is('\r');
  }

  private void endLine() {
    boolean two = is('\r') && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    if (two) {
      advance();
    }
    advance();
  }

  /** Counts lines as editors do: what ends one may be written in three ways. */
  private void advance() {
    boolean first = is('\r') && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    if (!first && (is('\n') || is('\r'))) {
      line++;
    }
    at++;
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
