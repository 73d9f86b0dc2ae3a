package dev.influx.sink;

import dev.influx.runtime.CommitMetadata;
import dev.influx.runtime.KafkaConnection;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A consumer of all partitions of the accepted topic, from their beginning, that sees committed
 * records only. Every method throws {@link KafkaException} when the broker fails it.
 */
final class AcceptedTopic implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(300);
  private static final int RECORDS_AT_ONCE = 2000;

  private final KafkaConnection kafka;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Cut beginning;

  private AcceptedTopic(
      KafkaConnection kafka,
      KafkaConsumer<String, byte[]> consumer,
      List<TopicPartition> partitions,
      Cut beginning) {
    this.kafka = kafka;
    this.consumer = consumer;
    this.partitions = partitions;
    this.beginning = beginning;
  }

  static AcceptedTopic open(KafkaConnection kafka, String groupId, String topic) {
    Optional<String> clusterId = ClusterId.of(kafka, PATIENCE);
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            settings(kafka, groupId), new StringDeserializer(), new ByteArrayDeserializer());
    boolean open = false;
    try {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Cut beginning = new Cut(clusterId, topic, positions(consumer, partitions));
      open = true;
      return new AcceptedTopic(kafka, consumer, partitions, beginning);
    } finally {
      if (!open) {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
      }
    }
  }

  private static Map<String, Object> settings(KafkaConnection kafka, String groupId) {
    Map<String, Object> settings = kafka.client("influx-sink");
    settings.put(CommonClientConfigs.GROUP_ID_CONFIG, groupId);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // A topic that was cut off or made anew has to be read again from its beginning, knowingly.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
    return settings;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
    if (found == null || found.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "topic " + topic + " does not exist; create the topics with: influx topics apply");
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private static SortedMap<Integer, Position> positions(
      KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    SortedMap<Integer, Position> positions = new TreeMap<>();
    for (TopicPartition partition : partitions) {
      long offset = consumer.position(partition, PATIENCE);
      positions.put(partition.partition(), Position.startingAt(offset));
    }
    return positions;
  }

  /** Where reading starts. */
  Cut beginning() {
    return beginning;
  }

  Batch poll(Duration time) {
    ConsumerRecords<String, byte[]> records = consumer.poll(time);
    Map<Integer, Position> steps = new HashMap<>();
    records
        .nextOffsets()
        .forEach(
            (partition, next) ->
                steps.put(partition.partition(), step(next.offset(), records.records(partition))));
    return new Batch(records, steps);
  }

  private static Position step(long next, List<ConsumerRecord<String, byte[]>> records) {
    Optional<Instant> last =
        records.isEmpty() ? Optional.empty() : eventTime(records.get(records.size() - 1));
    Optional<Instant> newest =
        records.stream().flatMap(record -> eventTime(record).stream()).max(Instant::compareTo);
    return new Position(next, last, newest);
  }

  private static Optional<Instant> eventTime(ConsumerRecord<?, ?> record) {
    return record.timestamp() < 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(record.timestamp()));
  }

  /** The offsets that a reader of committed records can get to at this moment. */
  Map<Integer, Long> ends(Duration patience) {
    Map<Integer, Long> ends = new HashMap<>();
    consumer
        .endOffsets(partitions, patience)
        .forEach((partition, end) -> ends.put(partition.partition(), end));
    return ends;
  }

  /**
   * Commits the offsets to go on from. They lie past commit markers, so that the lag of a sink that
   * has read everything is 0.
   */
  void commit(Cut cut, Duration patience) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    cut.positions()
        .forEach(
            (partition, position) ->
                offsets.put(new TopicPartition(cut.topic(), partition), committed(position)));
    consumer.commitSync(offsets, patience);
  }

  private static OffsetAndMetadata committed(Position position) {
    String eventTime = position.last().map(CommitMetadata::of).orElse("");
    return new OffsetAndMetadata(position.offset(), eventTime);
  }

  /** What it means that Kafka failed. */
  String explain(KafkaException failure) {
    return explain(kafka, beginning.topic(), failure);
  }

  static String explain(KafkaConnection kafka, String topic, KafkaException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return failure instanceof TimeoutException
        ? "no Kafka broker answers at " + kafka.bootstrapServers() + "; trying again"
        : topic + " cannot be followed, trying again: " + cause.getMessage();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(PATIENCE_AT_CLOSE));
  }

  /** Records, and where they lead in each partition that was read further. */
  record Batch(Iterable<ConsumerRecord<String, byte[]>> records, Map<Integer, Position> steps) {}
}
