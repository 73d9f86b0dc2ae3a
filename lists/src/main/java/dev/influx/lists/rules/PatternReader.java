package dev.influx.lists.rules;

import static dev.influx.lists.DataFault.quote;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.influx.lists.yaml.StrictValue;

/** Reads patterns, and refuses those that no engine of linear time can run. */
final class PatternReader {

  /** What is repeated is written out in a compiled pattern, and repetitions multiply. */
  private static final long MOST_STEPS = 100_000;

  private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,4})(?:,([0-9]{0,4}))?\\}");

  private PatternReader() {}

  static String pattern(StrictValue value) {
    String pattern = value.text();
    if (steps(pattern) > MOST_STEPS) {
      value.refuse("repeats so much that it would not fit", "repeat less often, or unboundedly");
    } else {
      requireSyntax(value, pattern);
    }
    return pattern;
  }

  /** At most so many, for not all repetitions stand in one another. */
  private static long steps(String pattern) {
    long steps = pattern.length();
    Matcher counts = COUNT.matcher(pattern);
    while (counts.find() && steps <= MOST_STEPS) {
      String most = counts.group(2) == null ? "" : counts.group(2);
      steps *= Math.max(1, Long.parseLong(most.isEmpty() ? counts.group(1) : most));
    }
    return steps;
  }

  private static void requireSyntax(StrictValue value, String pattern) {
    try {
      Pattern unused = Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      value.refuse("is no pattern (" + reason(e) + ")", "write it in the syntax of RE2");
    }
  }

  private static String reason(PatternSyntaxException e) {
    return e.getPattern() == null || e.getPattern().isEmpty()
        ? e.getDescription()
        : e.getDescription() + ": " + quote(e.getPattern());
  }
}
