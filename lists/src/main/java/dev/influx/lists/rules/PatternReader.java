package dev.influx.lists.rules;

import static dev.influx.lists.DataFault.quote;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.influx.lists.yaml.StrictValue;

/** Reads patterns, and refuses those that no engine of linear time can run. */
final class PatternReader {

  private PatternReader() {}

  static String pattern(StrictValue value) {
    String pattern = value.text();
    try {
      Pattern unused = Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      value.refuse("is no pattern (" + reason(e) + ")", "write it in the syntax of RE2");
    }
    return pattern;
  }

  private static String reason(PatternSyntaxException e) {
    return e.getPattern() == null || e.getPattern().isEmpty()
        ? e.getDescription()
        : e.getDescription() + ": " + quote(e.getPattern());
  }
}
