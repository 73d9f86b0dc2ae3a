package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.pipe.Installation;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on what is in the topics. */
@WithKafka
class ReportLiveIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final String AS_OF = "2025-11-28T00:00:00Z";

  private final TestingList users =
      TestingList.of(DEV.resolve("users.jsonl"), "m2@2", Instant.parse(AS_OF));

  @TempDir private Path directory;

  @Test
  void isThatOnTheFileThatTheTopicsWereFilledFrom(TestKafka kafka) throws Exception {
    Installation installation = installation(kafka);
    fill(installation, users.accepted(), users.rejected());
    TestingShell onFile = new TestingShell(DEV);
    onFile.run("report", "users.jsonl", "--as-of", AS_OF, "--against", "m2@1", "--format", "json");

    TestingShell shell = shell(installation);
    assertThat(shell.run("report", "live", "--against", "m2@1", "--format", "json"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);

    JsonNode live = JSON.readTree(shell.out());
    JsonNode file = JSON.readTree(onFile.out());
    assertThat(live.at("/sources/0/kind").textValue()).isEqualTo("live");
    file.fieldNames()
        .forEachRemaining(
            key -> {
              if (!key.equals("sources")) {
                assertThat(live.get(key)).as(key).isEqualTo(file.get(key));
              }
            });
  }

  @Test
  void onlyTheLastWordOnEachAuthorCounts(TestKafka kafka) throws Exception {
    Installation installation = installation(kafka);
    ScoredProfile stays = users.accepted().get(0);
    ScoredProfile leaves = users.accepted().get(1);
    RejectedProfile rejected = users.rejected().get(0);
    fill(installation, List.of(scored(stays, 1), leaves, scored(stays, 77)), List.of(rejected));
    String accepted = installation.topics().accepted();
    send(
        installation,
        List.of(
            new ProducerRecord<>(accepted, leaves.getId(), null),
            new ProducerRecord<>(accepted, "7", "no record".getBytes(UTF_8))));

    TestingShell shell = shell(installation);
    assertThat(shell.run("report", "live", "--format", "json")).isEqualTo(ExitCode.CHECK_FAILED);

    JsonNode live = JSON.readTree(shell.out());
    assertThat(live.get("accepted").asLong()).isEqualTo(1);
    assertThat(live.at("/scores/max").doubleValue()).isEqualTo(77);
    assertThat(live.at("/rejected/by_code/" + codeOf(rejected)).asLong()).isEqualTo(1);
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .startsWith(installation.topics().accepted() + "-")
        .endsWith(": not in the wire format: no magic byte and schema id");
  }

  private static String codeOf(RejectedProfile rejected) {
    return rejected.getFindings().get(0).getCode();
  }

  @Test
  void anAuditDrawsTheSameOfThemAsOfTheFile(TestKafka kafka) throws Exception {
    Installation installation = installation(kafka);
    fill(installation, users.accepted(), users.rejected());
    TestingShell onFile = new TestingShell(DEV);
    onFile.run("audit", "users.jsonl", "--as-of", AS_OF, "--format", "json");
    send(
        installation,
        List.of(new ProducerRecord<>(installation.topics().accepted(), "7", new byte[] {1})));

    TestingShell shell = shell(installation);

    assertThat(shell.run("audit", "live", "--format", "json")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines().get(0)).contains(": not in the wire format: ");
    assertThat(JSON.readTree(shell.out())).isEqualTo(JSON.readTree(onFile.out()));
    assertThat(JSON.readTree(onFile.out()).get("authors")).hasSize(100);
  }

  @Test
  void seedsAreCountedBesideThemAsBesideTheFile(TestKafka kafka) throws Exception {
    Installation installation = installation(kafka);
    fill(installation, users.accepted(), users.rejected());
    TestingShell onFile = new TestingShell(directory).file("latest.jsonl", users.latest());
    onFile.run("seeds", "stats", "--accepted", "latest.jsonl", "--format", "json");

    TestingShell shell = shell(installation);
    assertThat(shell.run("seeds", "stats", "--accepted", "live", "--format", "json"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);

    assertThat(JSON.readTree(shell.out())).isEqualTo(JSON.readTree(onFile.out()));
    assertThat(JSON.readTree(shell.out()).at("/all/accepted").asInt())
        .isEqualTo(users.accepted().size());
  }

  @Test
  void seedsAreNotCountedBesideAuthorsWhoCannotBeRead(TestKafka kafka) throws Exception {
    Installation installation = installation(kafka);
    fill(installation, users.accepted(), List.of());
    send(
        installation,
        List.of(new ProducerRecord<>(installation.topics().accepted(), "7", new byte[] {1})));

    TestingShell shell = shell(installation);
    assertThat(shell.run("seeds", "stats", "--accepted", "live")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).contains("error: the authors of the list could not be counted");
  }

  @Test
  void anInstallationWithoutAuthorsIsEmpty(TestKafka kafka) throws Exception {
    Installation installation = installation(kafka);
    fill(installation, List.of(), List.of());
    TestingShell shell = shell(installation);

    assertThat(shell.run("report", "live")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).last().isEqualTo("There are no authors in it.");
  }

  @Test
  void aBrokerThatDoesNotAnswerIsExplained() {
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run("report", "live", "-c", "kafka.bootstrap_servers=127.0.0.1:1"))
        .isEqualTo(ExitCode.BROKER_UNREACHABLE);
    assertThat(shell.errLines()).contains("error: no Kafka broker answers at 127.0.0.1:1");
  }

  private static Installation installation(TestKafka kafka) {
    return new Installation(
        KafkaConnection.to(kafka.bootstrapServers()),
        URI.create(kafka.registryUrl()),
        Map.of(),
        new Topics(kafka.uniquePrefix()),
        3,
        (short) 1);
  }

  private TestingShell shell(Installation installation) {
    return new TestingShell(directory)
        .variable("INFLUX_KAFKA_BOOTSTRAP_SERVERS", installation.kafka().bootstrapServers())
        .variable("INFLUX_REGISTRY_URL", installation.registryUrl().toString())
        .variable("INFLUX_TOPICS_PREFIX", installation.topics().prefix());
  }

  private static ScoredProfile scored(ScoredProfile author, double score) {
    Score changed = Score.newBuilder(author.getScore()).setTotal(score).setRounded(score).build();
    return ScoredProfile.newBuilder(author).setScore(changed).build();
  }

  private static void fill(
      Installation installation, List<ScoredProfile> accepted, List<RejectedProfile> rejected)
      throws Exception {
    String in = installation.topics().accepted();
    String out = installation.topics().rejected();
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    try (Registry registry = installation.registry()) {
      installation.apply(registry);
      Serializer<ScoredProfile> scored = registry.serializer(ScoredProfile.class);
      Serializer<RejectedProfile> refused = registry.serializer(RejectedProfile.class);
      accepted.forEach(
          each -> records.add(new ProducerRecord<>(in, each.getId(), scored.serialize(in, each))));
      rejected.forEach(
          each ->
              records.add(new ProducerRecord<>(out, each.getId(), refused.serialize(out, each))));
    }
    send(installation, records);
  }

  private static void send(Installation installation, List<ProducerRecord<String, byte[]>> records)
      throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            installation.kafka().client("authors"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      records.forEach(record -> sent.add(producer.send(record)));
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }
}
