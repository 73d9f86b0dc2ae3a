package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.app.pipe.Installation;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Outcome;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are imported into the topics of an installation. */
@WithKafka
class HarvestImportIT {
  private static final Path USERS =
      Path.of(System.getProperty("influx.shared"), "data", "dev", "users.jsonl");
  private static final String AS_OF = "2025-11-28T00:00:00Z";
  private static final String REFUSED =
      """
      {"data":[{"id":"1234567890123456","username":"typed"},{"id":"0","username":"zero"}],
       "errors":[{"value":"Gone_One","title":"Forbidden","parameter":"usernames",
         "type":"https://api.twitter.com/2/problems/resource-not-found"}]}
      {"id":"19","user
      """;

  @TempDir private Path directory;
  private Installation installation;
  private TestingShell shell;

  @BeforeEach
  void applyTopics(TestKafka kafka) throws IOException {
    installation =
        new Installation(
            KafkaConnection.to(kafka.bootstrapServers()),
            URI.create(kafka.registryUrl()),
            Map.of(),
            new Topics(kafka.uniquePrefix()),
            3,
            (short) 1);
    try (Registry registry = installation.registry()) {
      installation.apply(registry);
    }
    Files.copy(USERS, directory.resolve("users.jsonl"));
    Files.writeString(directory.resolve("refused.json"), REFUSED);
    shell =
        new TestingShell(directory)
            .variable("INFLUX_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers())
            .variable("INFLUX_REGISTRY_URL", kafka.registryUrl())
            .variable("INFLUX_TOPICS_PREFIX", installation.topics().prefix());
  }

  @Test
  void putsTheUsersOfAFileIntoTheRawTopic() throws Exception {
    assertThat(shell.run("harvest", "import", "--as-of", AS_OF, "users.jsonl"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);

    List<ConsumerRecord<String, RawProfile>> records = raw();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(USERS));
    assertThat(records)
        .extracting(record -> UTF_8.decode(record.value().getRaw().duplicate()).toString())
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(USERS));
    assertThat(records)
        .allSatisfy(
            record -> {
              RawProfile seen = record.value();
              assertThat(record.key()).isEqualTo(seen.getId());
              assertThat(record.timestamp()).isEqualTo(Instant.parse(AS_OF).toEpochMilli());
              assertThat(seen.getProvenance().getKind()).isEqualTo(SourceKind.IMPORT);
              assertThat(seen.getProvenance().getAnswerSha256().bytes()).isEqualTo(digest);
              assertThat(header(record, "source")).isEqualTo("IMPORT");
              assertThat(header(record, "run-id")).isNotBlank();
            });
  }

  @Test
  void putsWhatCannotBeIntoQuarantineAndWhoIsGoneIntoTheOutcomes() throws Exception {
    assertThat(shell.run("harvest", "import", "--as-of", AS_OF, "refused.json"))
        .isEqualTo(ExitCode.CHECK_FAILED);

    List<ConsumerRecord<String, byte[]>> dead =
        read(installation.topics().dead(), new ByteArrayDeserializer());
    assertThat(
            dead.stream()
                .collect(
                    Collectors.toMap(
                        record -> header(record, "influx.dead.reason"),
                        record -> new String(record.value(), UTF_8))))
        .isEqualTo(
            Map.of(
                "placeholder_id", "{\"id\":\"1234567890123456\",\"username\":\"typed\"}",
                "impossible_id", "{\"id\":\"0\",\"username\":\"zero\"}",
                "broken_json", "{\"id\":\"19\",\"user\n"));
    assertThat(dead)
        .allMatch(record -> header(record, "influx.dead.file").equals("refused.json"))
        .anyMatch(record -> "1234567890123456".equals(record.key()))
        .anyMatch(record -> record.key() == null);
    assertThat(raw()).isEmpty();
    try (Registry registry = installation.registry()) {
      assertThat(
              read(installation.topics().outcomes(), registry.deserializer(HarvestOutcome.class)))
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.key()).isEqualTo("gone_one");
                assertThat(record.value().getHandle()).isEqualTo("Gone_One");
                assertThat(record.value().getOutcome()).isEqualTo(Outcome.SUSPENDED);
                assertThat(record.value().getAskedAt()).isEqualTo(Instant.parse(AS_OF));
              });
    }
  }

  @Test
  void changesNothingTheSecondTime() throws Exception {
    shell.run("harvest", "import", "--as-of", AS_OF, "users.jsonl");
    shell.run("harvest", "import", "--as-of", AS_OF, "users.jsonl");

    Map<String, List<RawProfile>> byAuthor =
        raw().stream().map(ConsumerRecord::value).collect(Collectors.groupingBy(RawProfile::getId));
    assertThat(byAuthor).hasSize(307);
    assertThat(byAuthor.values())
        .allSatisfy(
            twice -> {
              assertThat(twice).hasSize(2);
              assertThat(again(twice)).isInstanceOf(Observed.Duplicate.class);
            });
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    assertThat(shell.run("harvest", "import", "--dry-run", "--as-of", AS_OF, "users.jsonl"))
        .isEqualTo(ExitCode.OK);
    assertThat(raw()).isEmpty();
  }

  /** What the scorer makes of the second of two observations. */
  private static Observed again(List<RawProfile> twice) {
    Lineage lineage = new Lineage("raw", 0, 0L);
    History first =
        History.observe(Optional.empty(), twice.get(0), lineage).history().orElseThrow();
    return History.observe(Optional.of(first), twice.get(1), lineage);
  }

  private List<ConsumerRecord<String, RawProfile>> raw() throws IOException {
    try (Registry registry = installation.registry()) {
      return read(installation.topics().raw(), registry.deserializer(RawProfile.class));
    }
  }

  private <T> List<ConsumerRecord<String, T>> read(String topic, Deserializer<T> values) {
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(
            installation.kafka().client("reader"), new StringDeserializer(), values)) {
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

  private static String header(ConsumerRecord<String, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
