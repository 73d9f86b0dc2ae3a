package dev.influx.validator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What speaks for a claim and against it, added up. */
final class Weighed {
  /** Weights are decimals, and sums of decimals are exact only as whole numbers. */
  private static final int PARTS = 1000;

  private static final int MOST_WORDS = 4;
  private static final int LONGEST_WORD = 80;

  private final String claim;
  private final List<String> rules = new ArrayList<>();
  private final List<String> pros = new ArrayList<>();
  private final List<String> cons = new ArrayList<>();
  private long sum;

  Weighed(String claim) {
    this.claim = claim;
  }

  static long parts(double weight) {
    return Math.round(weight * PARTS);
  }

  /** Something that needs no weight. */
  void decide(String rule, String evidence) {
    rules.add(rule);
    pros.add(evidence);
  }

  void add(String rule, long weight, String where, List<String> words) {
    sum += weight;
    String said =
        words.stream()
            .limit(MOST_WORDS)
            .map(word -> '"' + cut(word) + '"')
            .collect(Collectors.joining(", ", where + ": ", ""));
    if (weight > 0) {
      rules.add(rule);
      pros.add(said);
    } else {
      cons.add(said);
    }
  }

  boolean reaches(long threshold) {
    return sum >= threshold;
  }

  /** The rules that fired, such as {@code organizations@1.known+we}. */
  String rule() {
    return claim + "." + String.join("+", rules);
  }

  /** The words that fired them, and those to the contrary. */
  String evidence() {
    String against = cons.isEmpty() ? "" : "; against it " + String.join("; ", cons);
    String weight =
        sum == 0
            ? ""
            : "; weighs " + BigDecimal.valueOf(sum, 3).stripTrailingZeros().toPlainString();
    return String.join("; ", pros) + against + weight;
  }

  private static String cut(String word) {
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "...";
  }
}
