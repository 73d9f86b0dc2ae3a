package dev.influx.sink;

import dev.influx.runtime.StageLatency;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;

/**
 * How long authors wait for the snapshot that has them: since they came here, and since they were
 * observed. What comes in before the sink has caught up once waits for other reasons, and is not
 * counted; nor is what comes when very many wait. For the thread of the sink.
 */
final class PublishLatency {
  private static final int MOST_WAITING = 1 << 16;
  private static final int FEWEST_PLACES = 64;
  private final StageLatency sinceArrival;
  private final StageLatency sinceObservation;
  private long[] arrivals = new long[FEWEST_PLACES];
  private long[] observations = new long[FEWEST_PLACES];
  private int waiting;

  PublishLatency(MeterRegistry meters) {
    this.sinceArrival = new StageLatency(meters, "scored_to_snapshot");
    this.sinceObservation = new StageLatency(meters, "end_to_end");
  }

  /** In milliseconds since the epoch, both. */
  void arrived(long now, long observed) {
    if (waiting == MOST_WAITING) {
      return;
    }
    if (waiting == arrivals.length) {
      arrivals = Arrays.copyOf(arrivals, 2 * waiting);
      observations = Arrays.copyOf(observations, 2 * waiting);
    }
    arrivals[waiting] = now;
    observations[waiting] = observed;
    waiting++;
  }

  /** All who wait are in a snapshot now. */
  void published(long now) {
    for (int i = 0; i < waiting; i++) {
      sinceArrival.record(Duration.ofMillis(now - arrivals[i]));
      sinceObservation.record(Duration.ofMillis(now - observations[i]));
    }
    waiting = 0;
  }
}
