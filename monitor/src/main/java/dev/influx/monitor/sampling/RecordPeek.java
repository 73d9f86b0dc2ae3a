package dev.influx.monitor.sampling;

import dev.influx.monitor.lag.FirstUnread;
import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the first record from an offset on. Unlike an index by time it is not misled by markers of
 * transactions, which carry the time of the commit, and it tells where there is no record at all.
 */
final class RecordPeek implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(200);
  private static final int BYTES = 64 << 10;

  private final KafkaConsumer<byte[], byte[]> consumer;

  RecordPeek(KafkaConnection kafka) {
    Map<String, Object> settings = kafka.client("influx-monitor-peek");
    settings.remove(CommonClientConfigs.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** An offset to read from, and the end that was seen. */
  record Place(TopicPartition partition, long from, long end) {}

  /** Places that were not answered in time are absent. */
  Map<TopicPartition, FirstUnread> at(List<Place> places, Duration patience) {
    Map<TopicPartition, FirstUnread> found = new HashMap<>();
    Map<TopicPartition, Place> open = new HashMap<>();
    places.forEach(it -> open.put(it.partition(), it));
    consumer.assign(places.stream().map(Place::partition).toList());
    places.forEach(it -> consumer.seek(it.partition(), it.from()));
    long end = System.nanoTime() + patience.toNanos();
    while (!open.isEmpty() && System.nanoTime() < end) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(TICK);
      for (Place place : List.copyOf(open.values())) {
        look(place, records.records(place.partition()))
            .ifPresent(it -> found.put(place.partition(), it));
      }
      open.keySet().removeAll(found.keySet());
      consumer.pause(found.keySet());
    }
    // a partition that is assigned twice in a row would stay paused, and fetches would go on
    consumer.unsubscribe();
    return found;
  }

  /** A position that moved to the end without any record has passed none. */
  private Optional<FirstUnread> look(Place place, List<ConsumerRecord<byte[], byte[]>> records) {
    Optional<ConsumerRecord<byte[], byte[]>> first =
        records.stream().findFirst().filter(it -> it.offset() < place.end());
    if (first.isPresent()) {
      return first.map(it -> FirstUnread.record(Instant.ofEpochMilli(it.timestamp())));
    }
    return consumer.position(place.partition()) >= place.end()
        ? Optional.of(FirstUnread.nothing())
        : Optional.empty();
  }

  /** Throws {@link KafkaException} only if the client is broken. */
  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
