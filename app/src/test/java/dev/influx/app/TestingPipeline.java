package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.config.ConfigLoader;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.Wiring;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.HealthEndpoint;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicReading;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.topology.Scorer;
import dev.influx.sink.RunningSink;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An installation of its own on a real broker, its parts, and commands that look at it. */
final class TestingPipeline implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Policy POLICY = Policies.bundled().find("m2@2").orElseThrow();

  final Installation installation;
  final Registry registry;

  private final Path directory;

  TestingPipeline(TestKafka kafka, Path directory) {
    this.directory = directory;
    this.installation =
        new Installation(
            KafkaConnection.to(kafka.bootstrapServers()),
            URI.create(kafka.registryUrl()),
            Map.of(),
            new Topics(kafka.uniquePrefix()),
            3,
            (short) 1);
    this.registry = installation.registry();
    installation.apply(registry);
  }

  Scorer scorer() {
    return wiring(installation).scorer(POLICY, directory.resolve("state"));
  }

  RunningSink sink() {
    return wiring(installation).sink(directory.resolve("data"), POLICY);
  }

  /** Where a scorer can be asked. */
  HealthEndpoint endpoint(Scorer scorer) {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return wiring(installation).endpoint(anywhere, List.of(scorer));
  }

  private Wiring wiring(Installation of) {
    return new Wiring(
        new ConfigLoader(directory, Map.of())
            .load(Optional.empty(), List.of())
            .fold(
                loaded -> loaded.config(),
                invalid -> {
                  throw new AssertionError(invalid.faults());
                }),
        of,
        registry,
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  TestingShell shell() {
    return new TestingShell(directory)
        .variable("INFLUX_KAFKA_BOOTSTRAP_SERVERS", installation.kafka().bootstrapServers())
        .variable("INFLUX_REGISTRY_URL", installation.registryUrl().toString())
        .variable("INFLUX_TOPICS_PREFIX", installation.topics().prefix());
  }

  /** A command in a process of its own, which can be killed. */
  TestingInflux process(String... command) {
    return process(Map.of(), command);
  }

  /** The same with more variables. */
  TestingInflux process(Map<String, String> variables, String... command) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("INFLUX_KAFKA_BOOTSTRAP_SERVERS", installation.kafka().bootstrapServers());
    environment.put("INFLUX_REGISTRY_URL", installation.registryUrl().toString());
    environment.put("INFLUX_TOPICS_PREFIX", installation.topics().prefix());
    return TestingInflux.start(directory, environment, command);
  }

  /** What a command says in JSON, which ends as it should. */
  JsonNode json(ExitCode expected, String... command) throws IOException {
    TestingShell shell = shell();
    List<String> args = new ArrayList<>(Arrays.asList(command));
    args.addAll(List.of("--format", "json"));
    assertThat(shell.run(args.toArray(String[]::new)))
        .as("%s", shell.errLines())
        .isEqualTo(expected);
    return JSON.readTree(shell.out());
  }

  void observe(RawProfile... observations) throws Exception {
    String raw = installation.topics().raw();
    for (RawProfile each : observations) {
      send(raw, each.getId(), registry.serializer(RawProfile.class).serialize(raw, each));
    }
  }

  /** Many at once, in one go, each at the time at which it was made. */
  void observeAll(RawProfile... observations) {
    String raw = installation.topics().raw();
    try (KafkaProducer<String, RawProfile> producer =
        new KafkaProducer<>(
            installation.kafka().client("test"),
            new StringSerializer(),
            registry.serializer(RawProfile.class))) {
      for (RawProfile each : observations) {
        long at = each.getFetchedAt().toEpochMilli();
        assertThat(producer.send(new ProducerRecord<>(raw, null, at, each.getId(), each)))
            .isNotNull();
      }
    }
  }

  void send(String topic, String key, byte[] value) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            installation.kafka().client("test"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    }
  }

  /** All that is committed in a topic, each partition in its order. */
  List<ConsumerRecord<String, byte[]>> records(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    new TopicReading(installation.kafka(), "test", List.of(topic)).forEach(records::add, n -> {});
    return records;
  }

  /** The ids in the published list; none before there is one. */
  Set<String> listed() throws IOException {
    Path latest = directory.resolve("data/latest.jsonl");
    Set<String> ids = new LinkedHashSet<>();
    if (Files.exists(latest)) {
      for (String line : Files.readAllLines(latest)) {
        ids.add(JSON.readTree(line).get("id").textValue());
      }
    }
    return ids;
  }

  /** Whatever was done with it, no raw record has been lost. */
  @Override
  public void close() throws IOException {
    try (registry) {
      Wiring.audit(installation, Clock.systemUTC())
          .look()
          .ifPresent(it -> assertThat(it.gapRecords()).as("%s", it).isZero());
    }
  }
}
