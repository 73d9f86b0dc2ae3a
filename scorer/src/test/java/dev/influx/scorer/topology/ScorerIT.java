package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Health;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicAdmin;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scorer on a real broker and registry. */
@WithKafka
class ScorerIT {
  private static final Policy M0 = Policies.bundled().find("m0").orElseThrow();
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PARTITIONS = 2;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private KafkaConnection kafka;
  private Topics topics;

  @TempDir Path directory;

  @BeforeEach
  void createTopics(TestKafka testKafka) {
    kafka = KafkaConnection.to(testKafka.bootstrapServers());
    topics = new Topics(testKafka.uniquePrefix());
    try (TopicAdmin admin = TopicAdmin.connect(kafka)) {
      admin.apply(topics.catalogue(PARTITIONS), (short) 1);
    }
  }

  @Test
  void everyRecordEndsInExactlyOneOutcome(TestKafka testKafka) throws Exception {
    try (Registry registry = registered(testKafka.registryUrl());
        Scorer scorer = start(registry)) {
      send("1", bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
      send("2", bytes(registry, Authors.seen("2", NOON, 6L, 1L)));
      send("3", "garbage".getBytes(StandardCharsets.UTF_8));
      send("5", bytes(registry, Authors.seen("4", NOON, 60_000L, 1L)));
      send("1", bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
      send("1", bytes(registry, Authors.seen("1", NOON.minusSeconds(1), 60_000L, 1L)));
      awaitScored();

      assertThat(read(topics.accepted())).extracting(ConsumerRecord::key).contains("1");
      assertThat(read(topics.rejected())).extracting(ConsumerRecord::key).containsExactly("2");
      assertThat(read(topics.dead()))
          .extracting(letter -> header(letter, "influx.dead.reason"))
          .containsExactlyInAnyOrder("undecodable", "key_mismatch");
      assertThat(List.of(count("accepted"), count("rejected"), count("stale"), count("duplicate")))
          .containsExactly(1.0, 1.0, 1.0, 1.0);
      assertThat(scorer.authors()).hasValue(2);
    }
  }

  @Test
  void stateSurvivesARestart(TestKafka testKafka) throws Exception {
    try (Registry registry = registered(testKafka.registryUrl())) {
      try (Scorer scorer = start(registry)) {
        send("1", bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
        awaitScored();
      }
      try (Scorer scorer = start(registry)) {
        send("1", bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
        send("1", bytes(registry, Authors.seen("1", NOON.plusSeconds(9), 6L, 1L)));
        awaitScored();

        assertThat(count("duplicate")).isEqualTo(1);
        assertThat(read(topics.accepted()))
            .extracting(record -> record.value() == null)
            .containsExactly(false, true);
        assertThat(scorer.health()).isEqualTo(Health.ready());
      }
    }
  }

  @Test
  void aRegistryThatIsDownAtTheStartIsWaitedFor() throws Exception {
    RegistrySettings settings = registrySettings();
    try (Registry registry = Registry.at("http://127.0.0.1:" + settings.port(), Map.of());
        Scorer scorer = start(registry)) {
      await().atMost(PATIENCE).until(() -> scorer.health().reason().contains("registry"));
      assertThat(scorer.health().state()).isEqualTo(Health.State.BUSY);

      try (EmbeddedRegistry server = EmbeddedRegistry.start(settings);
          Registry other = registered(server.uri().toString())) {
        send("1", bytes(other, Authors.seen("1", NOON, 60_000L, 1L)));
        awaitScored();
        assertThat(read(topics.accepted())).hasSize(1);
      }
    }
  }

  @Test
  void aRegistryThatGoesDownDoesNotStopWhatIsKnown() throws Exception {
    RegistrySettings settings = registrySettings();
    EmbeddedRegistry server = EmbeddedRegistry.start(settings);
    try (Registry registry = registered(server.uri().toString());
        Scorer scorer = start(registry)) {
      send("1", bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
      awaitScored();
      server.close();

      send("1", bytes(registry, Authors.seen("1", NOON.plusSeconds(1), 61_000L, 1L)));
      awaitScored();
      assertThat(read(topics.accepted())).hasSize(2);
      assertThat(scorer.health()).isEqualTo(Health.ready());
    } finally {
      server.close();
    }
  }

  @Test
  void anUnknownSchemaIsWaitedForWhileTheRegistryIsDown() throws Exception {
    RegistrySettings settings = registrySettings();
    EmbeddedRegistry server = EmbeddedRegistry.start(settings);
    try (Registry writing = registered(server.uri().toString());
        Registry reading = Registry.at(server.uri().toString(), Map.of());
        Scorer scorer = start(reading)) {
      await().atMost(PATIENCE).until(() -> scorer.health().equals(Health.ready()));
      byte[] observation = bytes(writing, Authors.seen("1", NOON, 60_000L, 1L));
      server.close();
      send("1", observation);

      try (EmbeddedRegistry back = EmbeddedRegistry.start(settings)) {
        awaitScored();
        assertThat(back.uri()).isEqualTo(server.uri());
        assertThat(read(topics.accepted())).hasSize(1);
        assertThat(read(topics.dead())).isEmpty();
      }
    } finally {
      server.close();
    }
  }

  /** A port that was free a moment ago: the registry has to come back to where it was. */
  private RegistrySettings registrySettings() {
    RegistrySettings anywhere = new RegistrySettings(directory.resolve("registry"), 0);
    try (EmbeddedRegistry first = EmbeddedRegistry.start(anywhere)) {
      return new RegistrySettings(anywhere.directory(), first.uri().getPort());
    }
  }

  private Registry registered(String url) {
    Registry registry = Registry.at(url, Map.of());
    topics.catalogue(PARTITIONS).forEach(registry::register);
    return registry;
  }

  private Scorer start(Registry registry) {
    ScorerSettings settings =
        new ScorerSettings(
            topics.prefix() + "scorer",
            "one",
            directory.resolve("state"),
            1,
            StoreKind.HASH,
            Duration.ofMillis(100),
            Map.of());
    return Scorer.start(settings, M0, kafka, registry, topics, meters);
  }

  private byte[] bytes(Registry registry, RawProfile observation) {
    return registry.serializer(RawProfile.class).serialize(topics.raw(), observation);
  }

  private void send(String key, byte[] value) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.client("test-producer"), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topics.raw(), key, value)).get();
    }
  }

  /** Until the group has committed all that is in the raw topic. */
  private void awaitScored() {
    try (Admin admin = Admin.create(kafka.client("test-admin"))) {
      await().atMost(PATIENCE).until(() -> committed(admin).equals(ends(admin)));
    }
  }

  private Map<TopicPartition, Long> committed(Admin admin) throws Exception {
    Map<TopicPartition, Long> committed = new HashMap<>();
    partitions().forEach(partition -> committed.put(partition, 0L));
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin
            .listConsumerGroupOffsets(topics.prefix() + "scorer")
            .partitionsToOffsetAndMetadata()
            .get();
    offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    return committed;
  }

  private Map<TopicPartition, Long> ends(Admin admin) throws Exception {
    Map<TopicPartition, Long> ends = new HashMap<>();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    admin.listOffsets(latest).all().get().forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  private List<TopicPartition> partitions() {
    return List.of(new TopicPartition(topics.raw(), 0), new TopicPartition(topics.raw(), 1));
  }

  private List<ConsumerRecord<String, byte[]>> read(String topic) {
    Map<String, Object> settings = kafka.client("test-consumer");
    settings.put("isolation.level", "read_committed");
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private double count(String outcome) {
    return meters.get("influx.records").tags("outcome", outcome).counter().count();
  }
}
