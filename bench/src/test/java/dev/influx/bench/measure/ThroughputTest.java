package dev.influx.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  private static final double WARM_UP = 0.2;

  @Test
  void countsFromTheWarmUpToTheLastCommitBeforeTheEnd() {
    List<Sample> samples =
        List.of(
            at(0, 0, 0, 0),
            at(500, 100, 900, 300),
            at(1_000, 250, 1_000, 400),
            at(1_500, 500, 1_250, 450),
            at(2_000, 850, 1_600, 520),
            at(9_000, 1_000, 9_999, 9_999));

    Throughput throughput = Throughput.of(samples, 1_000, WARM_UP).orElseThrow();

    assertThat(throughput.records()).isEqualTo(600);
    assertThat(throughput.seconds()).isCloseTo(1.0, within(1e-9));
    assertThat(throughput.recordsPerSecond()).isCloseTo(600, within(1e-6));
    assertThat(throughput.appMicrosPerRecord()).isCloseTo(1_000, within(1e-6));
    assertThat(throughput.brokerMicrosPerRecord()).isCloseTo(200, within(1e-6));
    assertThat(throughput.othersCpus())
        .hasValueSatisfying(cpus -> assertThat(cpus).isCloseTo(0.5, within(1e-9)));
    assertThat(throughput.data()).containsKeys("records_per_second", "others_cpus");
  }

  @Test
  void whatASystemDoesNotTellIsAbsent() {
    Sample from = new Sample(0, 200, Duration.ZERO, Duration.ZERO, Optional.empty());
    Sample to = new Sample(1_000, 500, Duration.ZERO, Duration.ZERO, Optional.empty());

    assertThat(Throughput.of(List.of(from, to), 1_000, WARM_UP))
        .hasValueSatisfying(
            throughput -> {
              assertThat(throughput.othersCpus()).isEmpty();
              assertThat(throughput.data()).doesNotContainKey("others_cpus");
            });
  }

  @Test
  void aCommitExactlyAtTheWarmUpIsTheBeginning() {
    List<Sample> samples = List.of(at(1_000, 200, 0, 0), at(2_000, 700, 0, 0));

    assertThat(Throughput.of(samples, 1_000, WARM_UP))
        .hasValueSatisfying(throughput -> assertThat(throughput.records()).isEqualTo(500));
  }

  @Test
  void aRunWithoutTwoSuchCommitsHasNoSpeed() {
    assertThat(Throughput.of(List.of(), 1_000, WARM_UP)).isEmpty();
    assertThat(Throughput.of(List.of(at(0, 0, 0, 0), at(900, 1_000, 5, 5)), 1_000, WARM_UP))
        .isEmpty();
    assertThat(
            Throughput.of(
                List.of(at(0, 0, 0, 0), at(500, 300, 1, 1), at(900, 1_000, 5, 5)), 1_000, WARM_UP))
        .isEmpty();
  }

  private static Sample at(long millis, long committed, long appMillis, long brokerMillis) {
    return new Sample(
        Duration.ofMillis(millis).toNanos(),
        committed,
        Duration.ofMillis(appMillis),
        Duration.ofMillis(brokerMillis),
        Optional.of(Duration.ofMillis(appMillis + brokerMillis + millis / 2)));
  }
}
