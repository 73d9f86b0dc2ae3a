package dev.influx.scorer.topology;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams: exactly once, static membership, large batches. */
final class StreamsSettings {
  /** The setting under which processors find the name of their instance. */
  static final String INSTANCE = "influx.instance";

  private static final long LEDGER_CACHE_BYTES = 1 << 20;

  private StreamsSettings() {}

  static Properties of(
      ScorerSettings scorer, KafkaConnection kafka, Topics topics, MeterRegistry meters) {
    Map<String, Object> settings = new HashMap<>(kafka.client(scorer.instance()));
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, scorer.application());
    settings.put(INSTANCE, scorer.instance());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, scorer.stateDirectory().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, scorer.threads());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, scorer.commitInterval().toMillis());
    settings.putAll(guarantees(scorer));
    settings.putAll(throughput());
    settings.putAll(quickBeginning());
    settings.putAll(deadLetters(topics, meters));
    settings.putAll(scorer.streams());
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }

  /**
   * Static membership: an instance that comes back under its name gets its partitions at once,
   * without waiting for the group to notice that it was gone.
   */
  private static Map<String, Object> guarantees(ScorerSettings scorer) {
    return Map.of(
        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
        StreamsConfig.EXACTLY_ONCE_V2,
        StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
        true,
        StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        scorer.instance(),
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        20_000);
  }

  private static Map<String, Object> throughput() {
    return Map.of(
        StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
        256 * 1024,
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
        "lz4",
        StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
        128L << 20,
        StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG),
        120_000,
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
        2_000,
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        4 << 20,
        StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
        4_000,
        // In whatever order observations and clashes are taken, they end in the same state.
        StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
        StreamsConfig.MAX_TASK_IDLE_MS_DISABLED,
        // For the ledgers alone: the other stores are read and written past it.
        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
        LEDGER_CACHE_BYTES,
        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
        RocksMemory.class);
  }

  /**
   * A fetch that finds nothing is held by the broker, and nobody can fetch anything else there
   * before it is answered: a partition that is added meanwhile, as they are one by one at a start,
   * waits for that long.
   */
  private static Map<String, Object> quickBeginning() {
    return Map.of(
        StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
        20,
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
        100,
        StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
        20);
  }

  private static Map<String, Object> deadLetters(Topics topics, MeterRegistry meters) {
    return Map.of(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
        topics.dead(),
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        DeadLetters.class,
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        DeadLetters.class,
        DeadLetters.METERS,
        meters,
        DeadPlaces.SETTING,
        new DeadPlaces());
  }
}
