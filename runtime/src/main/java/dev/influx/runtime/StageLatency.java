package dev.influx.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * How old records are, by their event time, when they come out of a stage of the pipe; the stages
 * count in the same classes, so that they can be compared.
 */
public final class StageLatency {
  private static final Duration[] BOUNDS =
      LongStream.of(
              50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000,
              3_600_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Timer timer;

  public StageLatency(MeterRegistry meters, String stage) {
    this.timer =
        Timer.builder("influx.stage.latency")
            .description("Age of a record by its event time, when it came out of a stage")
            .tag("stage", stage)
            .serviceLevelObjectives(BOUNDS)
            .register(meters);
  }

  /** One record; clocks that differ make no age that is negative. */
  public void record(Duration age) {
    timer.record(age.isNegative() ? Duration.ZERO : age);
  }
}
