package dev.influx.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicAdmin;
import dev.influx.runtime.conservation.Conservation;
import dev.influx.runtime.conservation.ConservationAudit;
import dev.influx.runtime.policies.PolicyLog;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.ScorerStanding;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.StandingCodec;
import dev.influx.scorer.Authors;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics of their own on a real broker, a scorer on them, and what goes in and comes out. */
final class TestingInstallation {
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Policy M0 = Policies.bundled().find("m0").orElseThrow();
  static final int PARTITIONS = 2;

  /** Of such ids it is not known when they were given. */
  private static final long FIRST_ID = 6_000_000_000L;

  private static final StandingCodec STANDINGS = new StandingCodec();

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Topics topics;

  final KafkaConnection kafka;
  private final Path directory;

  TestingInstallation(TestKafka testKafka, Path directory) {
    this.kafka = KafkaConnection.to(testKafka.bootstrapServers());
    this.topics = new Topics(testKafka.uniquePrefix());
    this.directory = directory;
    try (TopicAdmin admin = TopicAdmin.connect(kafka)) {
      admin.apply(topics.catalogue(PARTITIONS), (short) 1);
    }
  }

  Registry registered(String url) {
    Registry registry = Registry.at(url, Map.of());
    topics.catalogue(PARTITIONS).forEach(registry::register);
    return registry;
  }

  Scorer start(Registry registry) {
    return start(registry, "one");
  }

  /** One of several that share the work. */
  Scorer start(Registry registry, String instance) {
    return start(settings(instance, Map.of()), kafka, registry, topics, meters);
  }

  ScorerSettings settings(String instance, Map<String, String> streams) {
    return settings(topics, instance, directory.resolve("state-" + instance), streams);
  }

  static ScorerSettings settings(
      Topics topics, String instance, Path state, Map<String, String> streams) {
    return new ScorerSettings(
        topics.prefix() + "scorer",
        instance,
        state,
        1,
        StoreKind.HASH,
        Duration.ofMillis(100),
        streams);
  }

  /** A scorer by the active policy, or by m0. */
  static Scorer start(
      ScorerSettings settings,
      KafkaConnection kafka,
      Registry registry,
      Topics topics,
      MeterRegistry meters) {
    return Scorer.start(settings, M0, kafka, registry, topics, meters);
  }

  /** Publishes a policy and puts it into force. */
  void activate(Registry registry, Policy policy) throws InterruptedException {
    PolicyRef name = new PolicyRef(policy.id(), new Sha256(policy.sha256().bytes()));
    ByteBuffer document = ByteBuffer.wrap(policy.canonicalBytes());
    policies(registry).publish(new PolicyEvent(name, document, Instant.EPOCH, "test", null, null));
    point(registry, name);
  }

  /** Puts a policy into force that need not be there. */
  void point(Registry registry, PolicyRef name) throws InterruptedException {
    policies(registry).activate(new PolicyEvent(name, null, Instant.EPOCH, "test", null, null));
  }

  private PolicyLog policies(Registry registry) {
    return new PolicyLog(kafka, registry, topics);
  }

  /** How the scorers stand, by partition. */
  Map<Integer, ScorerStanding> standings() {
    Map<Integer, ScorerStanding> standings = new HashMap<>();
    read(ScorerTopology.standingsLog(topics.prefix() + "scorer"))
        .forEach(
            record ->
                STANDINGS
                    .decode(record.value())
                    .ifPresent(standing -> standings.put(record.partition(), standing)));
    return standings;
  }

  /** Until everybody in every partition has been judged by this policy. */
  void awaitAllJudgedBy(String policy) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                standings().size() == PARTITIONS
                    && standings().values().stream()
                        .allMatch(
                            standing ->
                                standing.getFinished()
                                    && standing.getPolicy().getId().equals(policy)));
  }

  byte[] bytes(Registry registry, RawProfile observation) {
    return registry.serializer(RawProfile.class).serialize(topics.raw(), observation);
  }

  /** Observes each of these authors once, all at the same time. */
  void introduce(Registry registry, int authors, Instant at) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.client("test-producer"), new StringSerializer(), new ByteArraySerializer())) {
      for (int number = 1; number <= authors; number++) {
        RawProfile seen = seen(Long.toString(FIRST_ID + number), at, 60_000L + number);
        var sent =
            producer.send(new ProducerRecord<>(topics.raw(), seen.getId(), bytes(registry, seen)));
        assertThat(sent).isNotNull();
      }
    }
  }

  /** All of them, acknowledged. */
  void observe(Registry registry, List<RawProfile> observations) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.client("test-producer"), new StringSerializer(), new ByteArraySerializer())) {
      for (RawProfile seen : observations) {
        var sent =
            producer.send(new ProducerRecord<>(topics.raw(), seen.getId(), bytes(registry, seen)));
        assertThat(sent).isNotNull();
      }
    }
  }

  /** An author with an id of ten digits, and so with a shorter handle than others. */
  static RawProfile seen(String id, Instant at, long followers) {
    RawProfile seen = Authors.seen(id, at, followers, followers / 9);
    Profile named = Profile.newBuilder(seen.getProfile()).setHandle("a_" + id).build();
    return RawProfile.newBuilder(seen).setProfile(named).build();
  }

  RecordMetadata send(String key, byte[] value) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.client("test-producer"), new StringSerializer(), new ByteArraySerializer())) {
      return producer.send(new ProducerRecord<>(topics.raw(), key, value)).get();
    }
  }

  /** Until the group has committed all that is in its topics, also what it wrote itself. */
  void awaitScored() {
    awaitScored(topics.prefix() + "scorer", topics);
  }

  /** The same of another group, which writes to other topics. */
  void awaitScored(String group, Topics written) {
    try (Admin admin = Admin.create(kafka.client("test-admin"))) {
      List<TopicPartition> inputs = partitions(written.scorerInputs());
      await()
          .atMost(PATIENCE)
          .until(() -> committed(admin, group, inputs).equals(ends(admin, inputs)));
    }
  }

  /** How many observations the scorers are done with. */
  long scored() throws Exception {
    try (Admin admin = Admin.create(kafka.client("test-admin"))) {
      List<TopicPartition> raw = partitions(List.of(topics.raw()));
      return committed(admin, topics.prefix() + "scorer", raw).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  /** Where each partition of the raw topic ends. */
  Map<Integer, Long> rawEnds() throws Exception {
    Map<Integer, Long> ends = new TreeMap<>();
    try (Admin admin = Admin.create(kafka.client("test-admin"))) {
      ends(admin, partitions(List.of(topics.raw())))
          .forEach((p, end) -> ends.put(p.partition(), end));
    }
    return ends;
  }

  /** Until the account of the scorers is up to date; then no record is missing in it. */
  void assertEveryRecordIsAccountedFor() throws Exception {
    long written = rawEnds().values().stream().mapToLong(Long::longValue).sum();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(conservation())
                    .hasValueSatisfying(it -> assertThat(it.raw()).isEqualTo(written)));
    assertThat(conservation().orElseThrow())
        .satisfies(it -> assertThat(it.gapRecords()).as("%s", it).isZero())
        .satisfies(it -> assertThat(it.firstMissing()).isEmpty())
        .satisfies(it -> assertThat(it.remarks()).isEmpty());
  }

  /** No record that the scorers have passed is without a result. */
  void assertNothingIsLost() {
    assertThat(conservation())
        .hasValueSatisfying(it -> assertThat(it.gapRecords()).as("%s", it).isZero());
  }

  /** The account of the scorers, balanced. */
  Optional<Conservation> conservation() {
    ConservationAudit.Where where =
        new ConservationAudit.Where(
            topics.raw(), ScorerTopology.ledgerLog(topics.prefix() + "scorer"), topics.dead());
    return new ConservationAudit(kafka, where, Clock.systemUTC()).look();
  }

  /**
   * Lets the group of the scorers go on elsewhere. Its members are gone by then, but as they are
   * known by name the group waits for them, unless it is told not to.
   */
  void goOnAt(int partition, long offset) {
    String group = topics.prefix() + "scorer";
    TopicPartition moved = new TopicPartition(topics.raw(), partition);
    try (Admin admin = Admin.create(kafka.client("test-admin"))) {
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                dismiss(admin, group);
                admin
                    .alterConsumerGroupOffsets(group, Map.of(moved, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
              });
    }
  }

  private static void dismiss(Admin admin, String group) throws Exception {
    if (!admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().isEmpty()) {
      admin
          .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
          .all()
          .get();
    }
  }

  private static Map<TopicPartition, Long> committed(
      Admin admin, String group, List<TopicPartition> inputs) throws Exception {
    Map<TopicPartition, Long> committed = new HashMap<>();
    inputs.forEach(partition -> committed.put(partition, 0L));
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    offsets.forEach(
        (partition, offset) -> committed.computeIfPresent(partition, (p, no) -> offset.offset()));
    return committed;
  }

  private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> inputs)
      throws Exception {
    Map<TopicPartition, Long> ends = new HashMap<>();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    inputs.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    admin.listOffsets(latest).all().get().forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  private static List<TopicPartition> partitions(List<String> ofTopics) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : ofTopics) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic, partition));
      }
    }
    return partitions;
  }

  List<ConsumerRecord<String, byte[]>> read(String topic) {
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

  double count(String outcome) {
    return meters.get("influx.records").tags("outcome", outcome).counter().count();
  }
}
