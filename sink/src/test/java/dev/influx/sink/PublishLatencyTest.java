package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PublishLatencyTest {
  private static final int MANY = 70_000;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PublishLatency latency = new PublishLatency(meters);

  @Test
  void whoWaitsIsCountedWhenTheSnapshotIsOut() {
    latency.arrived(10_000, 4_000);
    latency.arrived(11_000, 9_000);
    assertThat(timer("end_to_end").count()).isZero();

    latency.published(12_000);

    assertThat(timer("scored_to_snapshot").count()).isEqualTo(2);
    assertThat(timer("scored_to_snapshot").totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(timer("end_to_end").totalTime(TimeUnit.SECONDS)).isEqualTo(11);
  }

  @Test
  void nobodyIsCountedTwiceOrBackwards() {
    latency.arrived(10_000, 14_000);
    latency.published(12_000);
    latency.published(13_000);

    assertThat(timer("end_to_end").count()).isEqualTo(1);
    assertThat(timer("end_to_end").totalTime(TimeUnit.SECONDS)).isZero();
  }

  @Test
  void ofVeryManyNotAllAreCounted() {
    for (int i = 0; i < MANY; i++) {
      latency.arrived(i, i);
    }
    latency.published(MANY);

    assertThat(timer("scored_to_snapshot").count()).isLessThan(MANY).isGreaterThan(MANY / 2);
  }

  private Timer timer(String stage) {
    return meters.get("influx.stage.latency").tag("stage", stage).timer();
  }
}
