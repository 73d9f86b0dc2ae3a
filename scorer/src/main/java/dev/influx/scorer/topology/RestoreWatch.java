package dev.influx.scorer.topology;

import dev.influx.runtime.Restoration;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far the stores of a scorer are restored, all together. Told of by several threads. */
final class RestoreWatch implements StateRestoreListener {
  /** Before, the first answer of the broker is most of the time that has passed. */
  private static final Duration SOONEST = Duration.ofSeconds(1);

  private final LongSupplier nanos;
  private final Map<Place, Stretch> under = new HashMap<>();
  private long began;
  private long read;

  /**
   * Nothing is restored yet.
   *
   * @param nanos a clock of which only differences count
   */
  RestoreWatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Place(TopicPartition partition, String store) {}

  /** Offsets that are still to be read. */
  private record Stretch(long next, long end) {
    long left() {
      return Math.max(0, end - next);
    }
  }

  /** Empty while nothing is restored. */
  synchronized Optional<Restoration> now() {
    if (under.isEmpty()) {
      return Optional.empty();
    }
    long left = under.values().stream().mapToLong(Stretch::left).sum();
    return Optional.of(new Restoration(left, eta(left)));
  }

  private Optional<Duration> eta(long left) {
    long passed = nanos.getAsLong() - began;
    return read > 0 && passed >= SOONEST.toNanos()
        ? Optional.of(Duration.ofNanos((long) ((double) passed / read * left)))
        : Optional.empty();
  }

  @Override
  public synchronized void onRestoreStart(
      TopicPartition partition, String store, long first, long end) {
    if (under.isEmpty()) {
      began = nanos.getAsLong();
      read = 0;
    }
    under.put(new Place(partition, store), new Stretch(first, end));
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition partition, String store, long last, long records) {
    under.computeIfPresent(
        new Place(partition, store),
        (place, stretch) -> {
          read += Math.max(0, last + 1 - stretch.next());
          return new Stretch(last + 1, stretch.end());
        });
  }

  @Override
  public synchronized void onRestoreEnd(TopicPartition partition, String store, long records) {
    under.remove(new Place(partition, store));
  }

  @Override
  public synchronized void onRestoreSuspended(
      TopicPartition partition, String store, long records) {
    under.remove(new Place(partition, store));
  }
}
