package dev.influx.harvester;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicAdmin;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics of one test, applied, and what stands in them. */
final class TestingTopics implements AutoCloseable {
  private static final int PARTITIONS = 2;

  private final KafkaConnection kafka;
  private final Registry registry;
  private final Topics names;

  private TestingTopics(KafkaConnection kafka, Registry registry, Topics names) {
    this.kafka = kafka;
    this.registry = registry;
    this.names = names;
  }

  static TestingTopics apply(String bootstrapServers, String registryUrl, String prefix) {
    KafkaConnection kafka = KafkaConnection.to(bootstrapServers);
    Topics names = new Topics(prefix);
    Registry registry = Registry.at(registryUrl, Map.of());
    try (TopicAdmin admin = TopicAdmin.connect(kafka)) {
      var catalogue = names.catalogue(PARTITIONS);
      if (admin.apply(catalogue, (short) 1).size() != catalogue.size()) {
        throw new AssertionError("not all topics were applied");
      }
      catalogue.forEach(registry::register);
    }
    return new TestingTopics(kafka, registry, names);
  }

  KafkaConnection kafka() {
    return kafka;
  }

  Registry registry() {
    return registry;
  }

  Topics names() {
    return names;
  }

  List<ConsumerRecord<String, RawProfile>> raw() {
    return read(names.raw(), registry.deserializer(RawProfile.class));
  }

  /** The outcomes as compaction leaves them, each by its key. */
  Map<String, HarvestOutcome> outcomes() {
    Map<String, HarvestOutcome> live = new HashMap<>();
    for (var record : read(names.outcomes(), registry.deserializer(HarvestOutcome.class))) {
      Optional.ofNullable(record.value())
          .ifPresentOrElse(value -> live.put(record.key(), value), () -> live.remove(record.key()));
    }
    return live;
  }

  /** Everything that was written to a topic, as bytes. */
  List<ConsumerRecord<String, byte[]>> bytes(String topic) {
    return read(topic, new ByteArrayDeserializer());
  }

  private <T> List<ConsumerRecord<String, T>> read(String topic, Deserializer<T> values) {
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(kafka.client("test-reader"), new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, T>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      return records;
    }
  }

  @Override
  public void close() {
    try {
      registry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
