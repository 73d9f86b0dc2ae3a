package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  @Test
  void doublesItsBoundUpToTheCap() {
    assertThat(Backoff.OF_X.pause(1, 1.0)).isEqualTo(Duration.ofMillis(500));
    assertThat(Backoff.OF_X.pause(2, 1.0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.OF_X.pause(5, 1.0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Backoff.OF_X.pause(9, 1.0)).isEqualTo(Duration.ofSeconds(60));
    assertThat(Backoff.OF_X.pause(1_000, 1.0)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void spreadsPausesOverAllOfTheBound() {
    assertThat(Backoff.OF_X.pause(3, 0.0)).isZero();
    assertThat(Backoff.OF_X.pause(3, 0.25)).isEqualTo(Duration.ofMillis(500));
  }
}
