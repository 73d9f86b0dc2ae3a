package dev.influx.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What Prometheus is told: a gauge that nobody can read is absent, and not a number that is none.
 */
public final class Scrape {
  /** The media type of the text. */
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private Scrape() {}

  public static String of(PrometheusMeterRegistry meters) {
    List<MetricSnapshot> known =
        meters.getPrometheusRegistry().scrape().stream()
            .filter(snapshot -> !isLargestOfLate(snapshot))
            .map(Scrape::known)
            .flatMap(Optional::stream)
            .toList();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, new MetricSnapshots(known));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return text.toString(UTF_8);
  }

  /** Timers bring it along: 0 where nothing happened lately, which nobody measured. */
  private static boolean isLargestOfLate(MetricSnapshot snapshot) {
    String name = snapshot.getMetadata().getPrometheusName();
    return name.startsWith("influx_") && name.endsWith("_max");
  }

  private static Optional<MetricSnapshot> known(MetricSnapshot snapshot) {
    if (!(snapshot instanceof GaugeSnapshot gauge)) {
      return Optional.of(snapshot);
    }
    List<GaugeDataPointSnapshot> points =
        gauge.getDataPoints().stream().filter(it -> !Double.isNaN(it.getValue())).toList();
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new GaugeSnapshot(gauge.getMetadata(), points));
  }
}
