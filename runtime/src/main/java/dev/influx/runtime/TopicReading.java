package dev.influx.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what is committed in topics, from their beginnings up to their ends as they stood when
 * reading began. Whoever stops answering on the way makes it fail, not wait for ever.
 */
public final class TopicReading {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final long MOST_POLLS_IN_VAIN = PATIENCE.dividedBy(POLL);

  private final KafkaConnection kafka;
  private final String clientId;
  private final Collection<String> topics;
  private final boolean required;

  /** Reads topics of which some may not be there yet. */
  public TopicReading(KafkaConnection kafka, String clientId, Collection<String> topics) {
    this(kafka, clientId, topics, false);
  }

  private TopicReading(
      KafkaConnection kafka, String clientId, Collection<String> topics, boolean required) {
    this.kafka = kafka;
    this.clientId = clientId;
    this.topics = List.copyOf(topics);
    this.required = required;
  }

  /** Reads a topic that has to be there: one that is missing is not the same as an empty one. */
  public static TopicReading required(KafkaConnection kafka, String clientId, String topic) {
    return new TopicReading(kafka, clientId, List.of(topic), true);
  }

  /**
   * Hands on every record, those of a partition in their order.
   *
   * @param progress told now and then how many more were read
   */
  public void forEach(Consumer<ConsumerRecord<String, byte[]>> reader, LongConsumer progress) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      read(consumer, reader, progress);
    } catch (TimeoutException e) {
      throw new UnableToReachBrokerException(kafka, e);
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> settings = kafka.client(clientId);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void read(
      KafkaConsumer<String, byte[]> consumer,
      Consumer<ConsumerRecord<String, byte[]>> reader,
      LongConsumer progress) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> partitions(consumer, topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    long inVain = 0;
    while (!reached(consumer, ends)) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      handOn(records, ends, reader);
      progress.accept(records.count());
      inVain = records.isEmpty() ? inVain + 1 : 0;
      if (inVain > MOST_POLLS_IN_VAIN) {
        throw new TimeoutException("it stopped answering before the topics were read");
      }
    }
  }

  private List<PartitionInfo> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic, PATIENCE);
    if (required && partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "the topic " + topic + " is not there; influx topics apply creates it");
    }
    return partitions;
  }

  private static boolean reached(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
  }

  private static void handOn(
      ConsumerRecords<String, byte[]> records,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<String, byte[]>> reader) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
        reader.accept(record);
      }
    }
  }
}
