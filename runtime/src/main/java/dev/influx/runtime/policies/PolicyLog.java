package dev.influx.runtime.policies;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicReading;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of policies for those who look at it once, or add to it. */
public final class PolicyLog {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int LARGEST_BEFORE_COMPRESSION = 16 << 20;

  private final KafkaConnection kafka;
  private final Registry registry;
  private final String topic;

  public PolicyLog(KafkaConnection kafka, Registry registry, Topics topics) {
    this.kafka = kafka;
    this.registry = registry;
    this.topic = topics.policies();
  }

  /** Reads it from its beginning to where it ends now; it must be there. */
  public PolicyBook read() {
    PolicyPages pages = new PolicyPages(registry.deserializer(PolicyEvent.class));
    TopicReading.required(kafka, "influx-policies", topic).forEach(pages::take, read -> {});
    return pages.book();
  }

  /** Adds a document under the id of its policy. */
  public void publish(PolicyEvent document) throws InterruptedException {
    write(document.getPolicy().getId(), document);
  }

  /** Moves the pointer. */
  public void activate(PolicyEvent pointer) throws InterruptedException {
    write(PolicyBook.ACTIVE, pointer);
  }

  private void write(String key, PolicyEvent event) throws InterruptedException {
    byte[] value = registry.serializer(PolicyEvent.class).serialize(topic, event);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      long at = event.getAt().toEpochMilli();
      producer.send(new ProducerRecord<>(topic, 0, at, key.getBytes(UTF_8), value)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TimeoutException
          ? new UnableToReachBrokerException(kafka, e.getCause())
          : new UnableToWritePolicyException(topic, e.getCause());
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = kafka.client("influx-policies");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_BEFORE_COMPRESSION);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return settings;
  }
}
