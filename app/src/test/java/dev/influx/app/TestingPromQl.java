package dev.influx.app;

import dev.influx.app.TestingMetricNames.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads as much of PromQL as rules and dashboards use, and tells the labels of what it gives.
 * Whatever names a metric or a label that is not there is an error: Prometheus takes it for an
 * empty result.
 */
final class TestingPromQl {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\d+(?:\\.\\d+)?[smhdwy]?|\\$\\w+|[a-zA-Z_:][\\w:]*"
              + "|=~|!~|!=|==|>=|<=|[-+*/%(){}\\[\\],<>=]");
  private static final Pattern PLAIN_VALUES = Pattern.compile("[\\w|-]+");
  private static final Set<String> AGGREGATORS =
      Set.of("sum", "min", "max", "avg", "count", "topk", "bottomk");
  private static final Set<String> OF_COUNTERS = Set.of("rate", "increase");
  private static final Set<String> OF_RANGES =
      Set.of("rate", "increase", "deriv", "changes", "last_over_time");
  private static final Set<String> OF_VECTORS = Set.of("abs", "clamp_min");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");

  private final String text;
  private final TestingMetricNames names;
  private final List<String> tokens;
  private int at;

  private TestingPromQl(String text, TestingMetricNames names) {
    this.text = text;
    this.names = names;
    this.tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
    if (!TOKEN.matcher(text).replaceAll("").isBlank()) {
      throw wrong("cannot be read: " + TOKEN.matcher(text).replaceAll("").trim());
    }
  }

  /** Something that is wrong with an expression. */
  static final class WrongExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongExpressionException(String message) {
      super(message);
    }
  }

  /** What a part of an expression gives. */
  private record Value(Set<String> labels, boolean scalar, boolean counter, boolean range) {
    static final Value SCALAR = new Value(Set.of(), true, false, false);

    static Value vector(Set<String> labels) {
      return new Value(labels, false, false, false);
    }
  }

  /** How two vectors are matched: by which labels, if they are named, and whether many to one. */
  private record Matching(boolean on, Set<String> labels, boolean many, Set<String> taken) {}

  /** The labels of the result; fails if a metric or a label is not there. */
  static Set<String> labels(String expression, TestingMetricNames names) {
    TestingPromQl parser = new TestingPromQl(expression, names);
    Value value = parser.or();
    if (parser.at < parser.tokens.size()) {
      throw parser.wrong("goes on where it should end: " + parser.peek());
    }
    if (value.range) {
      throw parser.wrong("is a range");
    }
    return value.labels;
  }

  private Value or() {
    Value left = and();
    while (takes("or")) {
      Value right = and();
      Set<String> both = new LinkedHashSet<>(left.labels);
      both.retainAll(right.labels);
      left = Value.vector(both);
    }
    return left;
  }

  private Value and() {
    Value left = comparison();
    while (takes("and") || takes("unless")) {
      Matching matching = matching();
      Value right = comparison();
      check(left, right, matching);
      left = Value.vector(left.labels);
    }
    return left;
  }

  private Value comparison() {
    Value left = sum();
    while (COMPARISONS.contains(peek())) {
      next();
      takes("bool");
      left = binary(left, matching(), sum());
    }
    return left;
  }

  private Value sum() {
    Value left = product();
    while (takes("+") || takes("-")) {
      left = binary(left, matching(), product());
    }
    return left;
  }

  private Value product() {
    Value left = part();
    while (takes("*") || takes("/") || takes("%")) {
      left = binary(left, matching(), part());
    }
    return left;
  }

  private Value binary(Value left, Matching matching, Value right) {
    if (left.scalar || right.scalar) {
      Set<String> labels = left.scalar ? right.labels : left.labels;
      return new Value(labels, left.scalar && right.scalar, false, false);
    }
    check(left, right, matching);
    if (matching.many || !matching.on) {
      Set<String> labels = new LinkedHashSet<>(left.labels);
      labels.addAll(matching.taken);
      return Value.vector(labels);
    }
    return Value.vector(matching.labels);
  }

  private void check(Value left, Value right, Matching matching) {
    if (matching.on) {
      requireAll(left.labels, matching.labels);
      requireAll(right.labels, matching.labels);
      requireAll(right.labels, matching.taken);
    } else if (!left.labels.equals(right.labels)) {
      throw wrong("matches " + left.labels + " with " + right.labels);
    }
  }

  private Matching matching() {
    boolean on = takes("on");
    Set<String> labels = on ? list() : Set.of();
    boolean many = takes("group_left");
    Set<String> taken = many && peek().equals("(") ? list() : Set.of();
    return new Matching(on, labels, many, taken);
  }

  private Value part() {
    if (takes("-")) {
      return part();
    }
    Value value = primary();
    if (takes("[")) {
      next();
      take("]");
      value = new Value(value.labels, false, value.counter, true);
    }
    if (takes("offset")) {
      next();
    }
    return value;
  }

  private Value primary() {
    String token = next();
    if (token.equals("(")) {
      Value inner = or();
      take(")");
      return inner;
    }
    if (Character.isDigit(token.charAt(0))) {
      return Value.SCALAR;
    }
    if (AGGREGATORS.contains(token) && (peek().equals("(") || peek().equals("by"))) {
      return aggregate(token);
    }
    return peek().equals("(") ? call(token) : selector(token);
  }

  private Value aggregate(String name) {
    boolean by = takes("by");
    Set<String> labels = by ? list() : Set.of();
    take("(");
    if (name.endsWith("k")) {
      or();
      take(",");
    }
    Value inner = or();
    take(")");
    requireAll(inner.labels, labels);
    return Value.vector(name.endsWith("k") && !by ? inner.labels : labels);
  }

  private Value call(String name) {
    take("(");
    Value value =
        switch (name) {
          case "time" -> Value.SCALAR;
          case "vector", "absent" -> {
            or();
            yield Value.vector(Set.of());
          }
          case "histogram_quantile" -> quantile();
          default -> function(name);
        };
    take(")");
    return value;
  }

  private Value quantile() {
    or();
    take(",");
    Value buckets = or();
    requireAll(buckets.labels, Set.of("le"));
    Set<String> rest = new LinkedHashSet<>(buckets.labels);
    rest.remove("le");
    return Value.vector(rest);
  }

  private Value function(String name) {
    if (!OF_RANGES.contains(name) && !OF_VECTORS.contains(name)) {
      throw wrong("has a function that this test does not know: " + name);
    }
    Value value = or();
    if (value.range != OF_RANGES.contains(name)) {
      throw wrong(name + " is of " + (value.range ? "no range" : "a range"));
    }
    if (value.range
        && value.counter != OF_COUNTERS.contains(name)
        && !name.equals("last_over_time")) {
      throw wrong(name + " is " + (value.counter ? "not " : "") + "of counters");
    }
    while (takes(",")) {
      or();
    }
    return Value.vector(value.labels);
  }

  private Value selector(String name) {
    Metric metric = names.find(name).orElseThrow(() -> wrong("names no metric: " + name));
    Set<String> labels = new LinkedHashSet<>(metric.labels().keySet());
    if (!metric.type().equals("recorded")) {
      labels.addAll(List.of("job", "instance"));
    }
    if (takes("{")) {
      while (!takes("}")) {
        matcher(metric, labels);
        takes(",");
      }
    }
    return new Value(labels, false, metric.isCounter(), false);
  }

  private void matcher(Metric metric, Set<String> labels) {
    String label = next();
    requireAll(labels, Set.of(label));
    next();
    String value = next().replace("\"", "");
    Set<String> possible = metric.labels().getOrDefault(label, Set.of());
    if (!possible.isEmpty() && PLAIN_VALUES.matcher(value).matches()) {
      Set<String> asked = new HashSet<>(Arrays.asList(value.split("\\|", -1)));
      asked.removeAll(possible);
      if (!asked.isEmpty()) {
        throw wrong(label + " of " + metric.name() + " is never " + asked);
      }
    }
  }

  private Set<String> list() {
    Set<String> labels = new LinkedHashSet<>();
    take("(");
    while (!takes(")")) {
      labels.add(next());
      takes(",");
    }
    return labels;
  }

  private void requireAll(Set<String> there, Set<String> wanted) {
    List<String> missing = new ArrayList<>(wanted);
    missing.removeAll(there);
    if (!missing.isEmpty()) {
      throw wrong("asks for labels " + missing + " of what has " + there);
    }
  }

  private boolean takes(String token) {
    boolean here = peek().equals(token);
    at += here ? 1 : 0;
    return here;
  }

  private void take(String token) {
    if (!takes(token)) {
      throw wrong("should go on with " + token + ", not " + peek());
    }
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private String next() {
    if (at >= tokens.size()) {
      throw wrong("ends too soon");
    }
    return tokens.get(at++);
  }

  private WrongExpressionException wrong(String why) {
    return new WrongExpressionException(why + " in " + text.replaceAll("\\s+", " ").trim());
  }
}
