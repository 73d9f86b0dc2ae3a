package dev.influx.harvester.publish;

import dev.influx.runtime.KafkaConnection;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings of the producer: its promises are fixed, its tuning may be overridden. */
final class ProducerSettings {
  /** What several answers bring for one partition: fewer, larger batches cost a broker less. */
  private static final int BATCH_BYTES = 256 * 1024;

  private ProducerSettings() {}

  static Map<String, Object> of(KafkaConnection kafka) {
    Map<String, Object> settings = kafka.client("influx-harvester");
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // a broker that is away is waited for: giving up and sending anew would write records twice
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    // what cannot even be queued comes back soon, so that it can be said why
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    return settings;
  }
}
