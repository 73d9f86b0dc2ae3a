package dev.influx.validator;

import com.google.re2j.Pattern;
import java.util.function.Predicate;

/** A pattern for a whole text of a few characters. */
final class TextForm {

  /** The form of most: one class of characters without escapes, and how many of them. */
  private static final java.util.regex.Pattern ONE_CLASS =
      java.util.regex.Pattern.compile(
          "\\[((?:[A-Za-z0-9_]|[A-Za-z0-9]-[A-Za-z0-9])+)]\\{(\\d+),(\\d+)}");

  private static final int ASCII = 128;

  private TextForm() {}

  /**
   * Asking the engine of patterns takes longer than all other gates, so the plain form does not.
   */
  static Predicate<String> of(String pattern) {
    java.util.regex.Matcher form = ONE_CLASS.matcher(pattern);
    if (form.matches() && form.group(2).length() < 4 && form.group(3).length() < 4) {
      int least = Integer.parseInt(form.group(2));
      int most = Integer.parseInt(form.group(3));
      boolean[] members = members(form.group(1));
      return text -> text.length() >= least && text.length() <= most && all(text, members);
    }
    return Pattern.compile(pattern)::matches;
  }

  private static boolean all(String text, boolean[] members) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII || !members[c]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] members(String ranges) {
    boolean[] members = new boolean[ASCII];
    for (int i = 0; i < ranges.length(); i++) {
      boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
      char last = ranges.charAt(range ? i + 2 : i);
      for (char c = ranges.charAt(i); c <= last; c++) {
        members[c] = true;
      }
      i += range ? 2 : 0;
    }
    return members;
  }
}
