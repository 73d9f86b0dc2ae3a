package dev.influx.runtime.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicReading;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.AuditEvent;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The audit topic of one installation: what is noted in it stays. */
public final class AuditLog {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConnection kafka;
  private final Registry registry;
  private final String topic;

  public AuditLog(KafkaConnection kafka, Registry registry, Topics topics) {
    this.kafka = kafka;
    this.registry = registry;
    this.topic = topics.audit();
  }

  /** Everything that was noted until now, the oldest first. */
  public List<AuditEvent> read() {
    WireDeserializer<AuditEvent> events = registry.deserializer(AuditEvent.class);
    List<AuditEvent> noted = new ArrayList<>();
    TopicReading.required(kafka, "influx-audit", topic)
        .forEach(
            record -> {
              // Nobody writes records without a value; whoever did so said nothing.
              if (record.value() != null) {
                noted.add(events.deserialize(topic, record.value()));
              }
            },
            read -> {});
    return noted;
  }

  /** Returns when the broker has it. */
  public void note(AuditEvent event) throws InterruptedException {
    byte[] value = registry.serializer(AuditEvent.class).serialize(topic, event);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      long at = event.getAt().toEpochMilli();
      byte[] key = event.getSubject().getBytes(UTF_8);
      producer.send(new ProducerRecord<>(topic, null, at, key, value)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TimeoutException
          ? new UnableToReachBrokerException(kafka, e.getCause())
          : new UnableToNoteException(topic, e.getCause());
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = kafka.client("influx-audit");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return settings;
  }
}
