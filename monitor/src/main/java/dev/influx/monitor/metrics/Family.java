package dev.influx.monitor.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One metric and its values by label. What is absent is left out, and a metric without values. */
final class Family {
  private static final double MILLIS = 1000;

  private final String name;
  private final String help;
  private final Map<Labels, Double> values = new LinkedHashMap<>();

  Family(String name, String help) {
    this.name = name;
    this.help = help;
  }

  Family add(Labels labels, double value) {
    if (Double.isFinite(value)) {
      values.put(labels, value);
    }
    return this;
  }

  Family add(Labels labels, OptionalLong value) {
    value.ifPresent(it -> add(labels, (double) it));
    return this;
  }

  Family add(Labels labels, OptionalDouble value) {
    value.ifPresent(it -> add(labels, it));
    return this;
  }

  Family add(Labels labels, Optional<Duration> value) {
    value.ifPresent(it -> add(labels, it.toMillis() / MILLIS));
    return this;
  }

  Optional<MetricSnapshot> gauge() {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    values.forEach(
        (labels, value) ->
            gauge.dataPoint(
                GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .labels(labels)
                    .value(value)
                    .build()));
    return values.isEmpty() ? Optional.empty() : Optional.of(gauge.build());
  }

  /** Named without {@code _total}, which is put behind it. */
  Optional<MetricSnapshot> counter() {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    values.forEach(
        (labels, value) ->
            counter.dataPoint(
                CounterSnapshot.CounterDataPointSnapshot.builder()
                    .labels(labels)
                    .value(value)
                    .build()));
    return values.isEmpty() ? Optional.empty() : Optional.of(counter.build());
  }
}
