package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.Health;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scorer on a real broker and registry. */
@WithKafka
class ScorerIT {
  private TestingInstallation installation;

  @TempDir Path directory;

  @BeforeEach
  void createTopics(TestKafka testKafka) {
    installation = new TestingInstallation(testKafka, directory);
  }

  @Test
  void everyRecordEndsInExactlyOneOutcome(TestKafka testKafka) throws Exception {
    try (Registry registry = installation.registered(testKafka.registryUrl());
        Scorer scorer = installation.start(registry)) {
      installation.send("1", installation.bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
      installation.send("2", installation.bytes(registry, Authors.seen("2", NOON, 6L, 1L)));
      installation.send("3", "garbage".getBytes(StandardCharsets.UTF_8));
      installation.send("5", installation.bytes(registry, Authors.seen("4", NOON, 60_000L, 1L)));
      installation.send("1", installation.bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
      installation.send(
          "1", installation.bytes(registry, Authors.seen("1", NOON.minusSeconds(1), 60_000L, 1L)));
      installation.awaitScored();

      assertThat(installation.read(installation.topics.accepted()))
          .extracting(ConsumerRecord::key)
          .contains("1");
      assertThat(installation.read(installation.topics.rejected()))
          .extracting(ConsumerRecord::key)
          .containsExactly("2");
      assertThat(installation.read(installation.topics.dead()))
          .extracting(letter -> header(letter, "influx.dead.reason"))
          .containsExactlyInAnyOrder("undecodable", "key_mismatch");
      assertThat(
              List.of(
                  installation.count("accepted"),
                  installation.count("rejected"),
                  installation.count("stale"),
                  installation.count("duplicate")))
          .containsExactly(1.0, 1.0, 1.0, 1.0);
      assertThat(scorer.authors()).hasValue(2);
      installation.assertEveryRecordIsAccountedFor();
    }
  }

  @Test
  void stateSurvivesARestart(TestKafka testKafka) throws Exception {
    try (Registry registry = installation.registered(testKafka.registryUrl())) {
      try (Scorer scorer = installation.start(registry)) {
        installation.send("1", installation.bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
        installation.awaitScored();
      }
      try (Scorer scorer = installation.start(registry)) {
        installation.send("1", installation.bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
        installation.send(
            "1", installation.bytes(registry, Authors.seen("1", NOON.plusSeconds(9), 6L, 1L)));
        installation.awaitScored();

        assertThat(installation.count("duplicate")).isEqualTo(1);
        assertThat(installation.read(installation.topics.accepted()))
            .extracting(record -> record.value() == null)
            .containsExactly(false, true);
        awaitReady(scorer);
      }
    }
  }

  @Test
  void aRegistryThatIsDownAtTheStartIsWaitedFor() throws Exception {
    RegistrySettings settings = registrySettings();
    try (Registry registry = Registry.at("http://127.0.0.1:" + settings.port(), Map.of());
        Scorer scorer = installation.start(registry)) {
      await()
          .atMost(TestingInstallation.PATIENCE)
          .until(() -> scorer.health().reason().contains("registry"));
      assertThat(scorer.health().state()).isEqualTo(Health.State.BUSY);

      try (EmbeddedRegistry server = EmbeddedRegistry.start(settings);
          Registry other = installation.registered(server.uri().toString())) {
        installation.send("1", installation.bytes(other, Authors.seen("1", NOON, 60_000L, 1L)));
        installation.awaitScored();
        assertThat(installation.read(installation.topics.accepted())).hasSize(1);
      }
    }
  }

  @Test
  void aRegistryThatGoesDownDoesNotStopWhatIsKnown() throws Exception {
    RegistrySettings settings = registrySettings();
    EmbeddedRegistry server = EmbeddedRegistry.start(settings);
    try (Registry registry = installation.registered(server.uri().toString());
        Scorer scorer = installation.start(registry)) {
      installation.send("1", installation.bytes(registry, Authors.seen("1", NOON, 60_000L, 1L)));
      installation.awaitScored();
      server.close();

      installation.send(
          "1", installation.bytes(registry, Authors.seen("1", NOON.plusSeconds(1), 61_000L, 1L)));
      installation.awaitScored();
      assertThat(installation.read(installation.topics.accepted())).hasSize(2);
      awaitReady(scorer);
    } finally {
      server.close();
    }
  }

  @Test
  void anUnknownSchemaIsWaitedForWhileTheRegistryIsDown() throws Exception {
    RegistrySettings settings = registrySettings();
    EmbeddedRegistry server = EmbeddedRegistry.start(settings);
    try (Registry writing = installation.registered(server.uri().toString());
        Registry reading = Registry.at(server.uri().toString(), Map.of());
        Scorer scorer = installation.start(reading)) {
      await()
          .atMost(TestingInstallation.PATIENCE)
          .until(() -> scorer.health().equals(Health.ready()));
      byte[] observation = installation.bytes(writing, Authors.seen("1", NOON, 60_000L, 1L));
      server.close();
      installation.send("1", observation);

      try (EmbeddedRegistry back = EmbeddedRegistry.start(settings)) {
        installation.awaitScored();
        assertThat(back.uri()).isEqualTo(server.uri());
        assertThat(installation.read(installation.topics.accepted())).hasSize(1);
        assertThat(installation.read(installation.topics.dead())).isEmpty();
      }
    } finally {
      server.close();
    }
  }

  /** A port that was free a moment ago: the registry has to come back to where it was. */
  /** Of a registry that has all schemas from its first moment: nobody waits for one to be added. */
  private RegistrySettings registrySettings() throws IOException {
    RegistrySettings anywhere = new RegistrySettings(directory.resolve("registry"), 0);
    try (EmbeddedRegistry first = EmbeddedRegistry.start(anywhere)) {
      installation.registered(first.uri().toString()).close();
      return new RegistrySettings(anywhere.directory(), first.uri().getPort());
    }
  }

  /** Observations are scored while the claims are still being restored. */
  private static void awaitReady(Scorer scorer) {
    await()
        .atMost(TestingInstallation.PATIENCE)
        .untilAsserted(() -> assertThat(scorer.health()).isEqualTo(Health.ready()));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
