package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.TestingCuts;
import dev.influx.sink.snapshot.TestingSnapshots;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SinkMetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SinkMetrics metrics = new SinkMetrics(meters, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void theyAreExportedUnderTheNamesThatDashboardsUse() {
    metrics.upserted();
    metrics.withdrawn();
    metrics.failed(SinkMetrics.DISK);
    metrics.published(metrics.startPublishing());
    metrics.show(manifest(NOW.minus(Duration.ofMillis(90_500))));

    assertThat(meters.scrape().lines())
        .contains(
            "influx_records_total{outcome=\"upserted\",stage=\"sink\"} 1.0",
            "influx_records_total{outcome=\"withdrawn\",stage=\"sink\"} 1.0",
            "influx_snapshot_publish_failures_total{reason=\"disk\"} 1.0",
            "influx_snapshot_publish_failures_total{reason=\"mixed_policies\"} 0.0",
            "influx_snapshot_publish_seconds_count 1",
            "influx_snapshot_records 1.0",
            "influx_snapshot_age_seconds 90.5");
  }

  @Test
  void aSnapshotThatIsNotThereHasNoAge() {
    assertThat(meters.scrape()).doesNotContain("influx_snapshot_age", "influx_snapshot_records");
    metrics.show(manifest(NOW));
    metrics.close();
    assertThat(meters.scrape()).doesNotContain("influx_snapshot_age", "influx_snapshot_records");
  }

  private static Manifest manifest(Instant createdAt) {
    return Manifest.of(
        TestingSnapshots.of(TestingCuts.at(Map.of(0, 1L)), List.of(TestingAuthors.bare("1", 10))),
        new Manifest.Publication(
            new Manifest.File("latest.jsonl", 1, 1, "00"),
            List.of(),
            createdAt,
            Optional.empty(),
            new Manifest.ChangeCounts(0, 0, 0),
            Optional.empty()));
  }
}
