package dev.influx.bench.lab;

import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;

/**
 * What a topic holds for a reader of committed records.
 *
 * @param records with and without a value
 * @param tombstones those without
 * @param digest a number that two topics share only when they hold the same records, in any order
 */
public record Audit(long records, long tombstones, long keys, long digest) {
  private static final long ODD = 0x9E3779B97F4A7C15L;

  /** Reads the topic from its beginning to its present end. */
  static Audit of(KafkaConnection kafka, String topic) {
    Map<String, Object> settings = kafka.client("bench-audit");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions));
    }
  }

  private static Audit read(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    Tally tally = new Tally();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(Duration.ofMillis(100)).forEach(tally::add);
    }
    return new Audit(tally.records, tally.tombstones, tally.keys.size(), tally.digest);
  }

  /** Those that carry a value. */
  public long values() {
    return records - tombstones;
  }

  private static final class Tally {
    private final Set<Bytes> keys = new HashSet<>();
    private long records;
    private long tombstones;
    private long digest;

    void add(ConsumerRecord<byte[], byte[]> record) {
      keys.add(Bytes.wrap(record.key()));
      records++;
      tombstones += record.value() == null ? 1 : 0;
      long hash = 31L * Arrays.hashCode(record.key()) + Arrays.hashCode(record.value());
      digest += (hash ^ (hash >>> 17)) * ODD;
    }
  }
}
