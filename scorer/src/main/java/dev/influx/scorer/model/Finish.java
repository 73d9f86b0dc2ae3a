package dev.influx.scorer.model;

import dev.influx.lists.models.Model.Total;
import dev.influx.scorer.model.Explanation.Adjustment;
import dev.influx.scorer.model.Explanation.Adjustment.Kind;

/** What turns the weighted sum of the parts into the total. */
interface Finish {

  double total(double sum);

  /** What a point of the sum is worth in points of the total. */
  double worth();

  /** Tells the rest of the total, which no term earns or loses by itself. */
  void takeApart(double sum, Pieces pieces);

  static Finish of(Total total) {
    return total.fold(clamped -> new Clamp(), Calibration::new);
  }

  /** See {@link Total.Clamped}. */
  record Clamp() implements Finish {
    @Override
    public double total(double sum) {
      return Rounding.clamp(sum);
    }

    @Override
    public double worth() {
      return 1;
    }

    @Override
    public void takeApart(double sum, Pieces pieces) {
      pieces.adjustIfAny(Adjustment.TOTAL, Kind.BOUNDS, total(sum) - sum);
    }
  }

  /** See {@link Total.Calibrated}. */
  record Calibration(Total.Calibrated to) implements Finish {
    @Override
    public double total(double sum) {
      return Math.min(to.cap(), bent(line(sum)));
    }

    private double line(double sum) {
      return to.scale() * sum + to.shift();
    }

    private double bent(double x) {
      double bend = to.knee() - to.floor();
      return x >= to.knee() ? x : to.floor() + bend * StrictMath.exp((x - to.knee()) / bend);
    }

    @Override
    public double worth() {
      return to.scale();
    }

    @Override
    public void takeApart(double sum, Pieces pieces) {
      double line = line(sum);
      double bent = bent(line);
      pieces.adjustIfAny(Adjustment.TOTAL, Kind.SHIFT, to.shift());
      pieces.adjustIfAny(Adjustment.TOTAL, Kind.BEND, bent - line);
      pieces.adjustIfAny(Adjustment.TOTAL, Kind.CAP, total(sum) - bent);
    }
  }
}
