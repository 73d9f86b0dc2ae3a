package dev.influx.monitor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.board.Facts;
import dev.influx.monitor.board.Moment;
import dev.influx.monitor.facts.ReplayFacts;
import dev.influx.runtime.conservation.Conservation;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PipeMetricsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void whatNobodyKnowsIsAbsent() {
    assertThat(told(Facts.none())).isEmpty();
  }

  @Test
  void theGapIsToldWhereThereIsAnAccount() {
    Conservation account =
        new Conservation(new TreeMap<>(), 3, 1, 1, 0, 0, 0, 1, Optional.empty(), List.of());
    Facts facts =
        new Facts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(account),
            Map.of());

    assertThat(told(facts)).containsExactly("influx_conservation_gap_records{} 1.0");
  }

  @Test
  void replaysAreToldUntilTheyAreOver() {
    Facts facts =
        new Facts(
            Optional.empty(),
            Optional.of(List.of(replay("one", "running", 0.25), replay("two", "promoted", 1))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    assertThat(told(facts))
        .containsExactlyInAnyOrder(
            "influx_replay_progress_ratio{replay=\"one\"} 0.25",
            "influx_replay_eta_seconds{replay=\"one\"} 90.0",
            "influx_replay_state{replay=\"one\",state=\"running\"} 1.0");
  }

  private static ReplayFacts replay(String name, String state, double progress) {
    return new ReplayFacts(
        name,
        "m2@2",
        "00",
        "all",
        state,
        NOW,
        Optional.empty(),
        OptionalLong.empty(),
        100,
        OptionalDouble.of(progress),
        Optional.of(Duration.ofSeconds(90)),
        OptionalDouble.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static List<String> told(Facts facts) {
    Moment moment =
        new Moment(
            NOW,
            new ClusterLag(Optional.of(NOW), List.of(), Optional.empty(), List.of()),
            Optional.empty(),
            facts,
            Map.of());
    return new PipeMetrics(() -> moment, "scorer", "raw")
        .collect().stream()
            .map(GaugeSnapshot.class::cast)
            .flatMap(
                gauge ->
                    gauge.getDataPoints().stream()
                        .map(
                            point ->
                                gauge.getMetadata().getPrometheusName()
                                    + point.getLabels()
                                    + " "
                                    + point.getValue()))
            .toList();
  }
}
