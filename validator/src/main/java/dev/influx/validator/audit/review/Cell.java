package dev.influx.validator.audit.review;

/**
 * A text in a cell that spreadsheets leave as it is. They take some beginnings for a formula, which
 * may run anything, and round numbers of more than 15 digits, as ids are: such texts are written
 * behind an apostrophe. So are those that begin with one, so that reading can take it away again.
 */
final class Cell {
  private static final char GUARD = '\'';

  /** The last four are the full-width forms of the first. */
  private static final String DANGEROUS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

  private static final int EXACT_DIGITS = 15;

  private Cell() {}

  static String guarded(String text) {
    return isInDanger(text) ? GUARD + text : text;
  }

  static String read(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == GUARD ? cell.substring(1) : cell;
  }

  private static boolean isInDanger(String text) {
    return !text.isEmpty() && (DANGEROUS.indexOf(text.charAt(0)) >= 0 || isRounded(text));
  }

  private static boolean isRounded(String text) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && (text.length() > EXACT_DIGITS || text.charAt(0) == '0');
  }
}
