package dev.influx.app.pipe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.Explained;
import dev.influx.runtime.TopicAdmin;
import dev.influx.runtime.TopicReading;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.schemas.Availability;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.TopicSpec;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A copy of the raw topic without the forgotten: every other record as it is, with its bytes, time,
 * headers and partition; of the forgotten only the fact that they are.
 */
public final class RawCopy {
  private static final int MOST_UNDER_WAY = 2_000;

  private final Installation installation;
  private final ForgottenAuthors forgotten;
  private final WireDeserializer<RawProfile> profiles;
  private final List<Future<RecordMetadata>> underWay = new ArrayList<>();
  private long copied;
  private long leftOut;

  /** Reads who is forgotten. */
  public RawCopy(Installation installation, Registry registry) {
    this.installation = installation;
    this.forgotten = ForgottenAuthors.read(installation.kafka(), registry, installation.topics());
    this.profiles = registry.deserializer(RawProfile.class);
  }

  /** How many records were copied, and how many were not. */
  public record Counts(long copied, long leftOut) {}

  /** Makes the topic to copy to if it is not there; it must be empty. */
  public Counts copy(String from, String to) {
    prepare(to);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      TopicReading.required(installation.kafka(), "influx-rewrite", from)
          .forEach(record -> take(record, to, producer), read -> {});
      settle();
    }
    return new Counts(copied, leftOut);
  }

  private void prepare(String to) {
    TopicSpec raw = installation.catalogue().get(0);
    TopicSpec target = new TopicSpec(to, raw.partitions(), raw.settings(), Optional.empty());
    try (TopicAdmin admin = TopicAdmin.connect(installation.kafka())) {
      admin.apply(List.of(target), installation.replicationFactor());
    }
    try (Backlog backlog = new Backlog(installation.kafka())) {
      if (backlog.ends(to).values().stream().anyMatch(end -> end > 0)) {
        throw new Explained(
            "nothing was copied to " + to,
            "there are, or were, records in it",
            "name a topic that is not there yet",
            null);
      }
    } catch (Backlog.UnableToLookException e) {
      throw new UnableToReachBrokerException(installation.kafka(), e);
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = installation.kafka().client("influx-rewrite");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return settings;
  }

  private void take(
      ConsumerRecord<String, byte[]> record, String to, KafkaProducer<byte[], byte[]> producer) {
    if (record.key() != null && forgotten.hasId(record.key()) && !saysForgotten(record)) {
      leftOut++;
      return;
    }
    byte[] key = record.key() == null ? null : record.key().getBytes(UTF_8);
    underWay.add(
        producer.send(
            new ProducerRecord<>(
                to,
                record.partition(),
                record.timestamp(),
                key,
                record.value(),
                record.headers())));
    copied++;
    if (underWay.size() >= MOST_UNDER_WAY) {
      settle();
    }
  }

  /** What cannot be read may hold anything, so of a forgotten author it is not kept. */
  private boolean saysForgotten(ConsumerRecord<String, byte[]> record) {
    try {
      RawProfile said = profiles.deserialize(record.topic(), record.value());
      return said != null && said.getAvailability() == Availability.FORGOTTEN;
    } catch (SerializationException e) {
      return false;
    }
  }

  private void settle() {
    try {
      for (Future<RecordMetadata> each : underWay) {
        each.get();
      }
      underWay.clear();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TimeoutException
          ? new UnableToReachBrokerException(installation.kafka(), e.getCause())
          : incomplete(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw incomplete(e);
    }
  }

  private static Explained incomplete(Throwable cause) {
    return new Explained(
        "the copy is not whole",
        cause.getClass().getSimpleName() + ": " + cause.getMessage(),
        "delete the topic that was copied to, and copy again",
        cause);
  }
}
