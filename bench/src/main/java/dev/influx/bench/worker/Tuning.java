package dev.influx.bench.worker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The client settings of the loops: those that the scorer gives to Kafka Streams. */
final class Tuning {
  private Tuning() {}

  static Map<String, Object> consumer(Task task) {
    Map<String, Object> settings = new HashMap<>(task.kafka().client(task.application()));
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, task.application());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
    return settings;
  }

  static Map<String, Object> producer(Task task) {
    Map<String, Object> settings = new HashMap<>(task.kafka().client(task.application()));
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, task.application());
    settings.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) Duration.ofSeconds(10).toMillis());
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 100);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 128L << 20);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 120_000);
    return settings;
  }
}
