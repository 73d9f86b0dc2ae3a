package dev.influx.bench;

import dev.influx.bench.measure.Spread;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How figures are written; what was not measured is a dash, never a zero. */
final class Figures {
  private static final String ABSENT = "-";
  private static final double MIB = 1 << 20;

  private Figures() {}

  static String whole(Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, "%,.0f", v)).orElse(ABSENT);
  }

  static String decimals(Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, "%.2f", v)).orElse(ABSENT);
  }

  static String mebibytes(Optional<Double> bytes) {
    return whole(bytes.map(value -> value / MIB));
  }

  static Optional<Double> median(Collection<Double> values) {
    return Spread.of(values).map(Spread::median);
  }

  /** Median, and the ends when there is more than one value. */
  static String spread(Collection<Double> values) {
    return Spread.of(values)
        .map(
            spread ->
                values.size() == 1
                    ? decimals(Optional.of(spread.median()))
                    : String.format(
                        Locale.ROOT,
                        "%.2f (%.2f-%.2f)",
                        spread.median(),
                        spread.min(),
                        spread.max()))
        .orElse(ABSENT);
  }

  static Map<String, Object> data(Collection<Double> values) {
    Map<String, Object> data = new LinkedHashMap<>();
    Spread.of(values)
        .ifPresent(
            spread -> {
              data.put("median", spread.median());
              data.put("min", spread.min());
              data.put("max", spread.max());
            });
    data.put("values", values);
    return data;
  }
}
