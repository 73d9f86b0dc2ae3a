package dev.influx.harvester.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireSerializer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes requests and what follows from them; nothing counts before {@link #flush} returns. */
public final class CompliancePublisher implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_UNDER_WAY = 1_000;

  private final KafkaConnection kafka;
  private final Topics topics;
  private final WireSerializer<RawProfile> profiles;
  private final WireSerializer<ComplianceRequest> requests;
  private final Producer<byte[], byte[]> producer;
  private final Queue<Future<RecordMetadata>> underWay = new ArrayDeque<>();

  private CompliancePublisher(KafkaConnection kafka, Registry registry, Topics topics) {
    this.kafka = kafka;
    this.topics = topics;
    this.profiles = registry.serializer(RawProfile.class).warmUp(topics.raw());
    this.requests = registry.serializer(ComplianceRequest.class).warmUp(topics.compliance());
    this.producer =
        new KafkaProducer<>(settings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Asks the registry at once; the broker at the first record. */
  public static CompliancePublisher open(KafkaConnection kafka, Registry registry, Topics topics) {
    return new CompliancePublisher(kafka, registry, topics);
  }

  private static Map<String, Object> settings(KafkaConnection kafka) {
    Map<String, Object> settings = kafka.client("influx-compliance");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return settings;
  }

  /** Notes a request, in place of what was noted of the author before. */
  public void note(ComplianceRequest request) throws InterruptedException {
    byte[] value = requests.serialize(topics.compliance(), request);
    send(new ProducerRecord<>(topics.compliance(), request.getId().getBytes(UTF_8), value));
  }

  /** Tells the raw topic. */
  public void tell(RawProfile event) throws InterruptedException {
    send(
        new ProducerRecord<>(
            topics.raw(),
            null,
            event.getFetchedAt().toEpochMilli(),
            event.getId().getBytes(UTF_8),
            profiles.serialize(topics.raw(), event)));
  }

  /** Withdraws what became of a handle that was once not found. */
  public void withdrawOutcome(String handleKey) throws InterruptedException {
    send(new ProducerRecord<>(topics.outcomes(), handleKey.getBytes(UTF_8), null));
  }

  private void send(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      underWay.add(producer.send(record));
    } catch (InterruptException e) {
      throw interrupted(e);
    }
    if (underWay.size() >= MOST_UNDER_WAY) {
      flush();
    }
  }

  /** Returns when everything is acknowledged. */
  public void flush() throws InterruptedException {
    try {
      producer.flush();
      while (!underWay.isEmpty()) {
        underWay.remove().get();
      }
    } catch (InterruptException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TimeoutException
          ? new UnableToReachBrokerException(kafka, e.getCause())
          : new UnableToRemoveException(e.getCause());
    }
  }

  /** Kafka wraps interrupts, and sets the flag of the thread beside. */
  private static InterruptedException interrupted(InterruptException wrapped) {
    Thread.interrupted();
    InterruptedException plain = new InterruptedException("interrupted while publishing");
    plain.initCause(wrapped);
    return plain;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
