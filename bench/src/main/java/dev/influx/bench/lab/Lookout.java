package dev.influx.bench.lab;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed verdicts, and knows from which observation each of them came. */
public final class Lookout implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

  private final Topics topics;
  private final WireDeserializer<ScoredProfile> scored;
  private final WireDeserializer<RejectedProfile> rejected;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> raw;

  Lookout(KafkaConnection kafka, Registry registry, Topics topics) {
    this.topics = topics;
    this.scored = registry.deserializer(ScoredProfile.class);
    this.rejected = registry.deserializer(RejectedProfile.class);
    Map<String, Object> settings = kafka.client("bench-lookout");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.raw = partitions(topics.raw()).toList();
    List<TopicPartition> verdicts = new ArrayList<>();
    partitions(topics.accepted()).forEach(verdicts::add);
    partitions(topics.rejected()).forEach(verdicts::add);
    consumer.assign(verdicts);
    consumer.seekToEnd(verdicts);
  }

  private Stream<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()));
  }

  /** Where the raw topic ends at this moment. */
  public Mark mark() {
    return new Mark(consumer.endOffsets(raw));
  }

  /**
   * Returns as soon as a verdict can be read that came from an observation behind the mark, at the
   * instant {@link System#nanoTime} then says.
   */
  public long awaitBehind(Mark mark) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> verdict : consumer.poll(POLL)) {
        if (verdict.value() != null && mark.isBefore(lineage(verdict))) {
          return System.nanoTime();
        }
      }
    }
    throw new UnableToFinishRunException("no new verdict within two minutes");
  }

  /** Reads on for a while, whatever comes. */
  public void readFor(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < deadline) {
      consumer.poll(POLL);
    }
  }

  private Lineage lineage(ConsumerRecord<byte[], byte[]> verdict) {
    return verdict.topic().equals(topics.accepted())
        ? scored.deserialize(verdict.topic(), verdict.value()).getLineage()
        : rejected.deserialize(verdict.topic(), verdict.value()).getLineage();
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Ends of the partitions of the raw topic. */
  public record Mark(Map<TopicPartition, Long> ends) {
    boolean isBefore(Lineage lineage) {
      return lineage.getOffset()
          >= ends.get(new TopicPartition(lineage.getTopic(), lineage.getPartition()));
    }
  }
}
