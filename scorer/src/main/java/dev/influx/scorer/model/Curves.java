package dev.influx.scorer.model;

import dev.influx.lists.models.Curve;
import java.util.function.DoubleUnaryOperator;

/** Curves as functions; {@code StrictMath}, so that every platform finds the same scores. */
final class Curves implements Curve.Cases<DoubleUnaryOperator> {

  static DoubleUnaryOperator of(Curve curve) {
    return curve.fold(new Curves());
  }

  static double hill(double x, double halfAt, double steepness) {
    return x <= 0 ? 0 : 1 / (1 + StrictMath.pow(halfAt / x, steepness));
  }

  @Override
  public DoubleUnaryOperator hill(Curve.Hill hill) {
    return x -> hill(x, hill.halfAt(), hill.steepness());
  }

  @Override
  public DoubleUnaryOperator logRate(Curve.LogRate rate) {
    double full = StrictMath.log(1 + rate.steepness() * rate.fullAt());
    return x -> Math.min(1, StrictMath.log(1 + rate.steepness() * x) / full);
  }

  @Override
  public DoubleUnaryOperator maturity(Curve.Maturity maturity) {
    return x -> {
      double missing = 1 - Math.min(1, x / maturity.fullAt());
      return 1 - missing * missing;
    };
  }

  @Override
  public DoubleUnaryOperator line(Curve.Line line) {
    return x -> Math.min(line.most(), line.gain() * x / line.per() + line.offset());
  }

  @Override
  public DoubleUnaryOperator decades(Curve.Decades decades) {
    return x ->
        decades.points() * StrictMath.log10(Math.max(x, decades.atLeast()) / decades.zeroAt());
  }
}
