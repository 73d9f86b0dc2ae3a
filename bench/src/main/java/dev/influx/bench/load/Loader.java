package dev.influx.bench.load;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes observations to the raw topic as the harvester does: keyed by author, never twice. */
public final class Loader implements AutoCloseable {
  private static final long PROGRESS_EVERY = 100_000;

  private final String topic;
  private final KafkaProducer<byte[], RawProfile> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public Loader(KafkaConnection kafka, Registry registry, String topic, int lingerMillis) {
    Map<String, Object> settings = kafka.client("bench-loader");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
    WireSerializer<RawProfile> serializer = registry.serializer(RawProfile.class).warmUp(topic);
    this.topic = topic;
    this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), serializer);
  }

  /** Writes the whole sequence and returns when the broker has all of it. */
  public void load(Crowd crowd, LongConsumer progress) {
    for (long index = 0; index < crowd.observations(); index++) {
      publish(crowd.observation(index));
      if ((index + 1) % PROGRESS_EVERY == 0) {
        progress.accept(index + 1);
      }
    }
    flush();
  }

  /** Writes every author once, as seen at one instant, and returns when the broker has them all. */
  public void introduce(Crowd crowd, Instant at) {
    for (int author = 0; author < crowd.authors(); author++) {
      publish(crowd.news(author, at));
    }
    flush();
  }

  /** Record time is the instant of the observation. */
  public void publish(RawProfile observation) {
    byte[] key = observation.getId().getBytes(StandardCharsets.UTF_8);
    long time = observation.getFetchedAt().toEpochMilli();
    var unused =
        producer.send(
            new ProducerRecord<>(topic, null, time, key, observation),
            (metadata, failed) -> failure.compareAndSet(null, failed));
  }

  private void flush() {
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new UnableToLoadException(topic, failed);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
