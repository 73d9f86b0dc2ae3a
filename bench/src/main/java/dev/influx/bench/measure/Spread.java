package dev.influx.bench.measure;

import java.util.Collection;
import java.util.Optional;

/** The middle and the ends of some values of one kind. */
public record Spread(double median, double min, double max) {

  /** Empty when there is no value: nothing was measured. */
  public static Optional<Spread> of(Collection<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return Optional.of(new Spread(median, sorted[0], sorted[sorted.length - 1]));
  }
}
