package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.app.pipe.Backlog;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.Wiring;
import dev.influx.embedded.BrokerSettings;
import dev.influx.embedded.EmbeddedBroker;
import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.lists.policies.Policies;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 at any moment: no observation is lost, none is scored twice, no verdict is left over. */
class ScorerCrashIT {
  private static final int AUTHORS = 200;
  private static final int PER_ROUND = 400;
  private static final int KILLS = 6;

  /**
   * Not long ago: commit markers carry the present, and a log whose records are much older is
   * rolled at every one of them and compacted, which would take away the outputs that are counted
   * here.
   */
  private final Instant start =
      Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MILLIS);

  private final Random random = new Random(20260312);
  private final Map<String, History> oracle = new TreeMap<>();
  private long produced;

  @TempDir Path directory;

  @Test
  void everyObservationIsScoredExactlyOnceWhateverHappens() throws Exception {
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(BrokerSettings.in(directory.resolve("kafka")));
        EmbeddedRegistry server =
            EmbeddedRegistry.start(new RegistrySettings(directory.resolve("registry"), 0))) {
      Installation installation =
          new Installation(
              KafkaConnection.to(broker.bootstrapServers()),
              server.uri(),
              Map.of(),
              new Topics("crash."),
              4,
              (short) 1);
      try (Registry registry = installation.registry()) {
        installation.apply(registry);
        killAndRestart(installation, registry);
        assertOutputsEqualTheOracle(installation, registry);
        assertNothingIsMissing(installation);
      }
    }
  }

  private void killAndRestart(Installation installation, Registry registry) throws Exception {
    try (KafkaProducer<String, RawProfile> producer = producer(installation, registry)) {
      for (int kill = 0; kill < KILLS; kill++) {
        try (TestingInflux scorer = scorer(installation)) {
          long before = produced;
          produce(producer, installation);
          long enough = before + random.nextInt(PER_ROUND);
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> !scorer.alive() || scored(installation) > enough);
          assertThat(scorer.alive()).as(scorer.err()).isTrue();
          produce(producer, installation);
          scorer.kill();
        }
      }
      produce(producer, installation);
    }
    try (TestingInflux scorer = scorer(installation)) {
      await().atMost(Duration.ofMinutes(1)).until(() -> settled(installation));
      scorer.terminate();
      assertThat(scorer.exitCode()).as(scorer.err()).isEqualTo(143);
    }
  }

  private TestingInflux scorer(Installation installation) {
    return TestingInflux.start(
        directory,
        Map.of(
            "INFLUX_KAFKA_BOOTSTRAP_SERVERS", installation.kafka().bootstrapServers(),
            "INFLUX_REGISTRY_URL", installation.registryUrl().toString(),
            "INFLUX_TOPICS_PREFIX", installation.topics().prefix()),
        "scorer",
        "run");
  }

  private static long scored(Installation installation) throws Exception {
    try (Backlog backlog = new Backlog(installation.kafka())) {
      String raw = installation.topics().raw();
      return backlog.committed(Wiring.scorerGroup(installation)).entrySet().stream()
          .filter(entry -> entry.getKey().topic().equals(raw))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** Nothing is left to score, nor to compare. */
  private boolean settled(Installation installation) throws Exception {
    try (Backlog backlog = new Backlog(installation.kafka())) {
      String group = Wiring.scorerGroup(installation);
      return backlog.atRest(group, installation.topics().scorerInputs());
    }
  }

  private void produce(KafkaProducer<String, RawProfile> producer, Installation installation)
      throws Exception {
    Map<RawProfile, Future<RecordMetadata>> sent = new LinkedHashMap<>();
    for (int i = 0; i < PER_ROUND; i++) {
      RawProfile observation = observation(Integer.toString(1000 + random.nextInt(AUTHORS)));
      sent.put(observation, producer.send(record(installation.topics().raw(), observation)));
      produced++;
    }
    producer.flush();
    for (Map.Entry<RawProfile, Future<RecordMetadata>> each : sent.entrySet()) {
      remember(each.getKey(), each.getValue().get());
    }
  }

  private static ProducerRecord<String, RawProfile> record(String topic, RawProfile observation) {
    long time = observation.getFetchedAt().toEpochMilli();
    return new ProducerRecord<>(topic, null, time, observation.getId(), observation);
  }

  private void remember(RawProfile seen, RecordMetadata at) {
    Optional<History> before = Optional.ofNullable(oracle.get(seen.getId()));
    History.observe(before, seen, new Lineage(at.topic(), at.partition(), at.offset()))
        .history()
        .ifPresent(history -> oracle.put(seen.getId(), history));
  }

  /** Every one is newer than those before it, so that every one must have its own output. */
  private RawProfile observation(String id) {
    Instant at = start.plusSeconds(produced);
    return RawProfile.newBuilder()
        .setId(id)
        .setFetchedAt(at)
        .setAvailability(Availability.AVAILABLE)
        .setProfile(
            Profile.newBuilder()
                .setHandle("author_" + id)
                .setName("Author " + id)
                .setTweetCount(produced)
                .setFollowersCount(45_000L + random.nextInt(10_000))
                .build())
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of(new Source("profile", start, "https://x.com/author_" + id)))
        .build();
  }

  private void assertOutputsEqualTheOracle(Installation installation, Registry registry) {
    Evaluator evaluator = Evaluator.of(Policies.bundled().theDefault());
    List<ConsumerRecord<String, ScoredProfile>> accepted =
        read(
            installation,
            installation.topics().accepted(),
            registry.deserializer(ScoredProfile.class));
    List<ConsumerRecord<String, RejectedProfile>> rejected =
        read(
            installation,
            installation.topics().rejected(),
            registry.deserializer(RejectedProfile.class));

    List<Lineage> lineages = new ArrayList<>();
    accepted.stream()
        .filter(r -> r.value() != null)
        .forEach(r -> lineages.add(r.value().getLineage()));
    rejected.stream()
        .filter(r -> r.value() != null)
        .forEach(r -> lineages.add(r.value().getLineage()));
    assertThat(lineages)
        .as("one output per observation")
        .doesNotHaveDuplicates()
        .hasSize((int) produced);

    Map<String, SpecificRecord> expected = new HashMap<>();
    oracle.forEach(
        (id, history) -> expected.put(id, evaluator.judge(history).fold(a -> a, r -> r)));
    Map<String, SpecificRecord> live = compacted(accepted);
    Map<String, SpecificRecord> out = compacted(rejected);
    assertThat(live.keySet()).doesNotContainAnyElementsOf(out.keySet());
    live.putAll(out);
    assertThat(live).isEqualTo(expected);
  }

  /** The scorers' own account of it comes to the same. */
  private static void assertNothingIsMissing(Installation installation) {
    assertThat(Wiring.audit(installation, Clock.systemUTC()).look())
        .hasValueSatisfying(balance -> assertThat(balance.gapRecords()).as("%s", balance).isZero());
  }

  private static <T extends SpecificRecord> Map<String, SpecificRecord> compacted(
      List<ConsumerRecord<String, T>> records) {
    Map<String, SpecificRecord> live = new HashMap<>();
    for (ConsumerRecord<String, T> record : records) {
      if (record.value() == null) {
        live.remove(record.key());
      } else {
        live.put(record.key(), record.value());
      }
    }
    return live;
  }

  private static <T> List<ConsumerRecord<String, T>> read(
      Installation installation, String topic, Deserializer<T> values) {
    Map<String, Object> settings = installation.kafka().client("reader");
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, T>> records = new ArrayList<>();
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private static KafkaProducer<String, RawProfile> producer(
      Installation installation, Registry registry) {
    Map<String, Object> settings = installation.kafka().client("observations");
    settings.put("enable.idempotence", true);
    return new KafkaProducer<>(
        settings, new StringSerializer(), registry.serializer(RawProfile.class));
  }
}
