package dev.influx.lists.models;

import dev.influx.lists.models.Input.Unknown;
import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the rules that are a curve over a number. */
final class CurveReader {

  static final Map<String, RuleReader.Kind> KINDS =
      Map.of(
          "hill", over(CurveReader::hill),
          "log_rate", over(CurveReader::logRate),
          "maturity", over(CurveReader::maturity),
          "line", over(CurveReader::line),
          "decades", over(CurveReader::decades));

  private static final Map<String, Unknown> UNKNOWN =
      Map.of(
          Unknown.AS_ZERO, Unknown.countsAsZero(),
          Unknown.NO_SCORE, Unknown.noScore());

  private CurveReader() {}

  private static RuleReader.Kind over(Function<StrictMapping, Optional<Curve>> reader) {
    return term -> {
      Optional<Input> input = term.value("input").choice(Input.BY_CODE);
      Optional<Unknown> unknown = unknown(term.value("unknown"));
      Optional<Curve> curve = reader.apply(term);
      return term.ifSound(
          () -> new Rule.OfNumber(input.orElseThrow(), unknown.orElseThrow(), curve.orElseThrow()));
    };
  }

  private static Optional<Unknown> unknown(StrictValue value) {
    return value.isText()
        ? value.choice(UNKNOWN)
        : Optional.of(Unknown.yields(value.number(Range.NOT_NEGATIVE)));
  }

  private static Optional<Curve> hill(StrictMapping term) {
    double halfAt = term.number("half_at", Range.POSITIVE);
    double steepness = term.number("steepness", Range.POSITIVE);
    return term.ifSound(() -> new Curve.Hill(halfAt, steepness));
  }

  private static Optional<Curve> logRate(StrictMapping term) {
    double fullAt = term.number("full_at", Range.POSITIVE);
    double steepness = term.number("steepness", Range.POSITIVE);
    return term.ifSound(() -> new Curve.LogRate(fullAt, steepness));
  }

  private static Optional<Curve> maturity(StrictMapping term) {
    double fullAt = term.number("full_at", Range.POSITIVE);
    return term.ifSound(() -> new Curve.Maturity(fullAt));
  }

  private static Optional<Curve> line(StrictMapping term) {
    double offset = term.number("offset", Range.NOT_NEGATIVE);
    double gain = term.number("gain", Range.POSITIVE);
    double per = term.number("per", Range.POSITIVE);
    double most = term.number("most", Range.POSITIVE);
    if (offset >= most) {
      term.refuse("starts at its most", "let offset be below most");
    }
    return term.ifSound(() -> new Curve.Line(offset, gain, per, most));
  }

  private static Optional<Curve> decades(StrictMapping term) {
    double points = term.number("points", Range.POSITIVE);
    double zeroAt = term.number("zero_at", Range.POSITIVE);
    double atLeast = term.number("at_least", Range.POSITIVE);
    return term.ifSound(() -> new Curve.Decades(points, zeroAt, atLeast));
  }
}
