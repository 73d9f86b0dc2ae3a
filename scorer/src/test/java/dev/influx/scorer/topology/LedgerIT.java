package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.conservation.Conservation;
import dev.influx.runtime.conservation.Conservation.Place;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The account of raw records on a real broker, with a record that is dropped on purpose. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class LedgerIT {
  private static final int CROWD = 1_000;

  @TempDir Path directory;

  @Test
  void aDroppedRecordIsNamedUntilItComesToAResult(TestKafka kafka) throws Exception {
    TestingInstallation installation = new TestingInstallation(kafka, directory);
    try (Registry registry = installation.registered(kafka.registryUrl())) {
      installation.introduce(registry, CROWD, NOON);
      observe(installation, registry, 0);
      installation.send("1", "garbage".getBytes(StandardCharsets.UTF_8));
      score(installation, registry);
      assertOnlyCommitsAreLogged(installation);

      RecordMetadata dropped = observe(installation, registry, 1);
      installation.goOnAt(dropped.partition(), dropped.offset() + 1);
      observe(installation, registry, 2);
      score(installation, registry);

      Conservation gap = installation.conservation().orElseThrow();
      assertThat(gap.gapRecords()).as("%s", gap).isEqualTo(1);
      assertThat(gap.firstMissing())
          .contains(new Place(dropped.topic(), dropped.partition(), dropped.offset()));
      assertThat(gap.raw()).isEqualTo(CROWD + 4);
      assertThat(gap.dead()).isEqualTo(1);

      installation.goOnAt(dropped.partition(), dropped.offset());
      score(installation, registry);
      Conservation balanced = installation.conservation().orElseThrow();
      assertThat(balanced.gapRecords()).as("%s", balanced).isZero();
      assertThat(balanced.raw()).isEqualTo(CROWD + 4);
    }
  }

  /** A put for every record must not become a record for every record. */
  private static void assertOnlyCommitsAreLogged(TestingInstallation installation) {
    String log = ScorerTopology.ledgerLog(installation.topics.prefix() + "scorer");
    assertThat(installation.read(log)).isNotEmpty().hasSizeLessThan(CROWD / 2);
  }

  private static RecordMetadata observe(
      TestingInstallation installation, Registry registry, int minute) throws Exception {
    return installation.send(
        "1",
        installation.bytes(
            registry, Authors.seen("1", NOON.plusSeconds(60L * minute), 60_000L, 1L)));
  }

  /** By a scorer that is gone again when it has come to the end. */
  private static void score(TestingInstallation installation, Registry registry) {
    try (Scorer scorer = installation.start(registry)) {
      installation.awaitScored();
      assertThat(scorer.health().reason()).isNotEmpty();
    }
  }
}
