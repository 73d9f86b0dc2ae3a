package dev.influx.scorer.model;

import dev.influx.lists.models.Input;
import dev.influx.lists.models.Input.Unknown;
import dev.influx.lists.models.Rule;
import dev.influx.schemas.RateBasis;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** A curve over a number. */
final class NumberSignal implements Signal {
  private final Input input;
  private final Unknown unknown;
  private final DoubleUnaryOperator curve;

  NumberSignal(Rule.OfNumber rule) {
    this.input = rule.input();
    this.unknown = rule.unknown();
    this.curve = Curves.of(rule.curve());
  }

  @Override
  public double yieldOf(Facts facts) {
    double x = facts.number(input);
    return Double.isNaN(x) ? withoutNumber(facts) : curve.applyAsDouble(x);
  }

  private double withoutNumber(Facts facts) {
    return switch (unknown.way()) {
      case YIELDS -> unknown.result();
      case COUNTS_AS_ZERO -> curve.applyAsDouble(facts.numberFromZero(input));
      case NO_SCORE -> Double.NaN;
    };
  }

  @Override
  public Seen seen(Facts facts) {
    double x = facts.number(input);
    return Double.isNaN(x)
        ? Seen.unknown(input.code(), treatment())
        : Seen.known(input.code(), shown(x) + basis(facts));
  }

  private String treatment() {
    return switch (unknown.way()) {
      case YIELDS ->
          unknown.result() == 0
              ? "not known: earns nothing"
              : String.format(Locale.ROOT, "not known: yields %.2f", unknown.result());
      case COUNTS_AS_ZERO -> "not known: what is missing counts as 0";
      case NO_SCORE -> "not known: no score without it";
    };
  }

  private static String shown(double x) {
    return String.format(Locale.ROOT, x == Math.rint(x) ? "%,.0f" : "%,.2f", x);
  }

  private String basis(Facts facts) {
    if (input != Input.TWEETS_PER_DAY) {
      return "";
    }
    boolean recent = facts.subject().activity().getTweetsPerDayBasis() == RateBasis.WINDOW;
    return recent ? " (window of the last 30 days)" : " (lifetime of the account)";
  }

  @Override
  public List<Change> changes(Facts facts) {
    return Double.isNaN(facts.number(input)) ? List.of() : Changes.of(input, facts.subject());
  }
}
