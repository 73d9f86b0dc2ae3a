package dev.influx.sink;

import dev.influx.runtime.CommitMetadata;
import dev.influx.runtime.KafkaConnection;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Place;
import dev.influx.sink.snapshot.Cut.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * A consumer of all partitions of the topics of accepted and rejected authors, from their
 * beginning, that sees committed records only. Every method throws {@link KafkaException} when the
 * broker fails it.
 */
final class JudgedTopics implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(300);
  private static final int RECORDS_AT_ONCE = 2000;

  private final KafkaConnection kafka;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Cut beginning;

  private JudgedTopics(
      KafkaConnection kafka,
      KafkaConsumer<String, byte[]> consumer,
      List<TopicPartition> partitions,
      Cut beginning) {
    this.kafka = kafka;
    this.consumer = consumer;
    this.partitions = partitions;
    this.beginning = beginning;
  }

  static JudgedTopics open(KafkaConnection kafka, String groupId, List<String> topics) {
    Optional<String> clusterId = ClusterId.of(kafka, PATIENCE);
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            settings(kafka, groupId), new StringDeserializer(), new ByteArrayDeserializer());
    boolean open = false;
    try {
      List<TopicPartition> partitions = partitions(consumer, topics);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Cut beginning = new Cut(clusterId, positions(consumer, partitions));
      open = true;
      return new JudgedTopics(kafka, consumer, partitions, beginning);
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
      KafkaConsumer<String, byte[]> consumer, List<String> topics) {
    return topics.stream().flatMap(topic -> partitions(consumer, topic)).toList();
  }

  private static Stream<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
    if (found == null || found.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "topic " + topic + " does not exist; create the topics with: influx topics apply");
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition()));
  }

  private static SortedMap<Place, Position> positions(
      KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    SortedMap<Place, Position> positions = new TreeMap<>();
    for (TopicPartition partition : partitions) {
      long offset = consumer.position(partition, PATIENCE);
      positions.put(place(partition), Position.startingAt(offset));
    }
    return positions;
  }

  private static Place place(TopicPartition partition) {
    return new Place(partition.topic(), partition.partition());
  }

  /** Where reading starts. */
  Cut beginning() {
    return beginning;
  }

  Batch poll(Duration time) {
    ConsumerRecords<String, byte[]> records = consumer.poll(time);
    Map<Place, Position> steps = new HashMap<>();
    records
        .nextOffsets()
        .forEach(
            (partition, next) ->
                steps.put(place(partition), step(next.offset(), records.records(partition))));
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
  Map<Place, Long> ends(Duration patience) {
    Map<Place, Long> ends = new HashMap<>();
    consumer
        .endOffsets(partitions, patience)
        .forEach((partition, end) -> ends.put(place(partition), end));
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
                offsets.put(
                    new TopicPartition(partition.topic(), partition.number()),
                    committed(position)));
    consumer.commitSync(offsets, patience);
  }

  private static OffsetAndMetadata committed(Position position) {
    String eventTime = position.last().map(CommitMetadata::of).orElse("");
    return new OffsetAndMetadata(position.offset(), eventTime);
  }

  /** What it means that Kafka failed. */
  String explain(KafkaException failure) {
    return explain(kafka, failure);
  }

  static String explain(KafkaConnection kafka, KafkaException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return failure instanceof TimeoutException
        ? "no Kafka broker answers at " + kafka.bootstrapServers() + "; trying again"
        : "the authors cannot be followed, trying again: " + cause.getMessage();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(PATIENCE_AT_CLOSE));
  }

  /** Records, and where they lead in each partition that was read further. */
  record Batch(Iterable<ConsumerRecord<String, byte[]>> records, Map<Place, Position> steps) {}
}
