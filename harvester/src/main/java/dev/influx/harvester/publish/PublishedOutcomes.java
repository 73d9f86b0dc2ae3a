package dev.influx.harvester.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The outcomes that stand in the topic when a run begins: an author who is found now must be taken
 * out of it, whichever run put them there.
 */
final class PublishedOutcomes {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private PublishedOutcomes() {}

  /** Reads the topic once from beginning to end. Nothing of the values is kept. */
  static Set<String> read(KafkaConnection kafka, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
      List<TopicPartition> partitions =
          partitions(consumer, topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readTo(consumer, consumer.endOffsets(partitions, PATIENCE));
    }
  }

  /** Whether there is such a topic; throws what passes when there is none. */
  static void require(KafkaConnection kafka, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
      partitions(consumer, topic);
    }
  }

  private static Set<String> readTo(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    Set<String> keys = new HashSet<>();
    while (isBefore(consumer, ends)) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
        String key = new String(record.key(), UTF_8);
        if (record.value() == null) {
          keys.remove(key);
        } else {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  private static boolean isBefore(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue());
  }

  private static List<PartitionInfo> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic, PATIENCE);
    if (partitions == null || partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "the topic " + topic + " is not there; influx topics apply creates it");
    }
    return partitions;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(KafkaConnection kafka) {
    Map<String, Object> settings = kafka.client("influx-harvester-outcomes");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
