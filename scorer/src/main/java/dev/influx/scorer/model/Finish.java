package dev.influx.scorer.model;

import dev.influx.lists.models.Model.Total;
import dev.influx.scorer.model.Explanation.Adjustment;
import java.util.List;

/** What turns the weighted sum of the parts into the total. */
interface Finish {

  double total(double sum);

  /** What a point of the sum is worth in points of the total. */
  double worth();

  /** The rest of the total, which no term earns or loses by itself. */
  List<Adjustment> adjustments(double sum);

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
    public List<Adjustment> adjustments(double sum) {
      return Adjustment.thatMatter(adjustment("kept within 0 to 100", total(sum) - sum));
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
    public List<Adjustment> adjustments(double sum) {
      double line = line(sum);
      double bent = bent(line);
      return Adjustment.thatMatter(
          adjustment("calibration shift", to.shift()),
          adjustment("bend into the floor", bent - line),
          adjustment("cap", total(sum) - bent));
    }
  }

  private static Adjustment adjustment(String what, double points) {
    return new Adjustment(Adjustment.TOTAL, what, points);
  }
}
