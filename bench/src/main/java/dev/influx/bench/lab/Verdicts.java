package dev.influx.bench.lab;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads committed verdicts, and how long ago the observation of each was published. The same
 * observation judged again by another policy is no news and is not counted. One partition of each
 * topic is read: to read all that a rescoring writes would take a tenth of the machine from it.
 */
public final class Verdicts implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private static final int WATCHED = 0;

  private final InstantSource clock = InstantSource.system();
  private final KafkaConsumer<String, byte[]> consumer;
  private final long since;
  private final Map<String, Long> known = new HashMap<>();
  private List<Double> millis = new ArrayList<>();

  Verdicts(KafkaConnection kafka, Topics topics) {
    Map<String, Object> settings = kafka.client("bench-verdicts");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> verdicts =
        Stream.of(topics.accepted(), topics.rejected())
            .map(topic -> new TopicPartition(topic, WATCHED))
            .toList();
    consumer.assign(verdicts);
    consumer.seekToEnd(verdicts);
    verdicts.forEach(consumer::position);
    this.since = clock.millis();
  }

  public void readFor(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    readUntil(() -> System.nanoTime() - end > 0, 0);
  }

  /** Reads on until something that takes a while to find out is so. */
  public void readUntil(BooleanSupplier reached) {
    readUntil(reached, LOOK_EVERY_NANOS);
  }

  private void readUntil(BooleanSupplier reached, long every) {
    long looked = System.nanoTime();
    while (true) {
      for (ConsumerRecord<String, byte[]> verdict : consumer.poll(POLL)) {
        take(verdict);
      }
      if (System.nanoTime() - looked >= every) {
        if (reached.getAsBoolean()) {
          return;
        }
        looked = System.nanoTime();
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> verdict) {
    long at = verdict.timestamp();
    if (verdict.value() == null || at < since) {
      return;
    }
    Long before = known.put(verdict.key(), at);
    if (before == null || before < at) {
      millis.add((double) (clock.millis() - at));
    }
  }

  /** The delays since the last time this was asked, in milliseconds. */
  public List<Double> take() {
    List<Double> taken = millis;
    millis = new ArrayList<>();
    return taken;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
