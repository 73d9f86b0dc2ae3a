package dev.influx.scorer.topology;

import dev.influx.lists.policies.Policies;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.ScorerLedger;
import dev.influx.schemas.ScorerStanding;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.LedgerCodec;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.StandingCodec;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.policies.PolicyInForce;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The topology without a broker, with its real serializers and settings. */
final class TestingPipe implements AutoCloseable {
  /** The driver never commits, and would lose the dead letters of a transaction. */
  private static final Map<String, String> NO_COMMITS =
      Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);

  private static final List<String> STORES =
      List.of(ScorerTopology.AUTHORS, ScorerTopology.PROGRESS, ScorerTopology.CLAIMANTS);
  private static final StateCodec CODEC = new StateCodec();
  private static final StandingCodec STANDINGS = new StandingCodec();
  private static final LedgerCodec LEDGERS = new LedgerCodec();

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final TestInputTopic<String, byte[]> raw;
  final TestOutputTopic<String, ScoredProfile> accepted;
  final TestOutputTopic<String, RejectedProfile> rejected;
  final TestOutputTopic<byte[], byte[]> dead;

  private final Topics topics;
  private final Registry registry;
  private final TopologyTestDriver driver;

  TestingPipe(Registry registry, Topics topics, Path stateDirectory) {
    this(registry, topics, stateDirectory, id -> false);
  }

  TestingPipe(Registry registry, Topics topics, Path stateDirectory, Predicate<String> forgotten) {
    this(registry, topics, stateDirectory, StoreKind.HASH, topology(topics, forgotten));
  }

  /** A topology that a test has made, with stores of this kind. */
  TestingPipe(
      Registry registry,
      Topics topics,
      Path stateDirectory,
      StoreKind stores,
      ScorerTopology topology) {
    this.registry = registry;
    this.topics = topics;
    topics.catalogue(1).forEach(registry::register);
    this.driver = driver(stateDirectory, stores, topology);
    this.raw =
        driver.createInputTopic(topics.raw(), new StringSerializer(), new ByteArraySerializer());
    this.accepted = output(topics.accepted(), ScoredProfile.class);
    this.rejected = output(topics.rejected(), RejectedProfile.class);
    this.dead =
        driver.createOutputTopic(
            topics.dead(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static ScorerTopology topology(Topics topics, Predicate<String> forgotten) {
    Evaluator evaluator = Evaluator.of(Policies.bundled().find("m0").orElseThrow());
    return new ScorerTopology(topics, PolicyInForce.always(evaluator), StoreKind.HASH, forgotten);
  }

  private TopologyTestDriver driver(
      Path stateDirectory, StoreKind stores, ScorerTopology topology) {
    ScorerSettings settings =
        new ScorerSettings(
            "test", "one", stateDirectory, 1, stores, Duration.ofMillis(100), NO_COMMITS);
    Properties streams =
        StreamsSettings.of(settings, KafkaConnection.to("nowhere:1"), topics, meters);
    return new TopologyTestDriver(topology.build(registry, meters).topology(), streams);
  }

  /** Lets time pass for the work between records. */
  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** What the stores hold, as their changelogs would give it back after a crash. */
  Map<String, Map<Bytes, byte[]>> stored() {
    Map<String, Map<Bytes, byte[]>> stored = new TreeMap<>();
    for (String name : STORES) {
      Map<Bytes, byte[]> entries = new TreeMap<>();
      try (KeyValueIterator<Bytes, byte[]> all =
          driver.<Bytes, byte[]>getKeyValueStore(name).all()) {
        all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
      }
      stored.put(name, entries);
    }
    return stored;
  }

  /** Restores what another pipe had stored. */
  void restore(Map<String, Map<Bytes, byte[]>> stored) {
    stored.forEach(
        (name, entries) -> entries.forEach(driver.<Bytes, byte[]>getKeyValueStore(name)::put));
  }

  /** What is noted of the only partition. */
  Optional<ScorerStanding> standing() {
    Map<Bytes, byte[]> noted = stored().get(ScorerTopology.PROGRESS);
    return noted.values().stream().findFirst().flatMap(STANDINGS::decode);
  }

  /** What became of the records of the only partition. */
  Optional<ScorerLedger> ledger() {
    try (KeyValueIterator<Bytes, byte[]> all =
        driver.<Bytes, byte[]>getKeyValueStore(ScorerTopology.LEDGER).all()) {
      return all.hasNext() ? Optional.of(LEDGERS.decode(all.next().value)) : Optional.empty();
    }
  }

  private <T extends org.apache.avro.specific.SpecificRecord> TestOutputTopic<String, T> output(
      String topic, Class<T> type) {
    return driver.createOutputTopic(topic, new StringDeserializer(), registry.deserializer(type));
  }

  /** Delivers an observation as the harvester would write it. */
  void deliver(RawProfile observation) {
    raw.pipeInput(
        observation.getId(),
        registry.serializer(RawProfile.class).serialize(topics.raw(), observation),
        observation.getFetchedAt());
  }

  /** Puts a record into any of the topics that the scorer reads. */
  void put(String topic, byte[] key, byte[] value) {
    driver
        .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  /** Stores a state as an earlier release left it. */
  void remember(AuthorState state) {
    driver
        .<Bytes, byte[]>getKeyValueStore(ScorerTopology.AUTHORS)
        .put(
            Bytes.wrap(state.getLast().getId().getBytes(StandardCharsets.UTF_8)),
            CODEC.encode(state));
  }

  /** How many fingerprints are claimed. */
  long fingerprints() {
    return driver.getKeyValueStore(ScorerTopology.CLAIMANTS).approximateNumEntries();
  }

  /** The state of all authors, by id. */
  Map<String, AuthorState> states() {
    Map<String, AuthorState> states = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> all =
        driver.<Bytes, byte[]>getKeyValueStore(ScorerTopology.AUTHORS).all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> entry = all.next();
        states.put(new String(entry.key.get(), StandardCharsets.UTF_8), CODEC.decode(entry.value));
      }
    }
    return states;
  }

  /** What a compacted topic would hold after all outputs so far. */
  static <T> Map<String, T> compacted(TestOutputTopic<String, T> topic) {
    Map<String, T> live = new TreeMap<>();
    topic.readKeyValuesToList().forEach(record -> put(live, record));
    return live;
  }

  private static <T> void put(Map<String, T> live, KeyValue<String, T> record) {
    if (record.value == null) {
      live.remove(record.key);
    } else {
      live.put(record.key, record.value);
    }
  }

  double count(String outcome) {
    return Optional.ofNullable(
            meters.find("influx.records").tags("stage", "score", "outcome", outcome).counter())
        .map(counter -> counter.count())
        .orElse(0.0);
  }

  @Override
  public void close() {
    driver.close();
  }
}
