package dev.influx.scorer.topology;

import dev.influx.runtime.Restoration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * In which state Kafka Streams is, and how much of the state of the authors is still to be read. Of
 * several in one process only one can be shown, and that is the first.
 */
final class StreamsMetrics implements AutoCloseable {
  private static final String STATE = "influx.streams.state";

  private final MeterRegistry meters;
  private final List<Meter> shown = new ArrayList<>();

  private StreamsMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Until it is closed. */
  static StreamsMetrics show(
      MeterRegistry meters, Supplier<KafkaStreams.State> present, RestoreWatch restores) {
    StreamsMetrics metrics = new StreamsMetrics(meters);
    if (meters.find(STATE).gauge() == null) {
      for (KafkaStreams.State state : KafkaStreams.State.values()) {
        metrics.show(state, present);
      }
      metrics.show(restores);
    }
    return metrics;
  }

  private void show(KafkaStreams.State state, Supplier<KafkaStreams.State> present) {
    shown.add(
        Gauge.builder(STATE, () -> present.get() == state ? 1 : 0)
            .description("1 for the state that Kafka Streams is in")
            .tag("state", state.name().toLowerCase(Locale.ROOT))
            .register(meters));
  }

  private void show(RestoreWatch restores) {
    shown.add(
        Gauge.builder(
                "influx.restore.remaining.records",
                () -> restores.now().map(Restoration::remainingRecords).orElse(0L))
            .description("Offsets of the logs of its state that a scorer has yet to read")
            .register(meters));
  }

  @Override
  public void close() {
    shown.forEach(meters::remove);
  }
}
