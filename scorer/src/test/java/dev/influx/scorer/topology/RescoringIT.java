package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static dev.influx.scorer.topology.TestingPolicies.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.Health;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScorerStanding;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.wire.Registry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Another policy comes into force while scorers are at work, come and go. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class RescoringIT {
  private static final int AUTHORS = 3_000;
  private static final String ID = "7000000000";

  private TestingInstallation installation;

  @TempDir Path directory;

  @BeforeEach
  void createTopics(TestKafka testKafka) {
    installation = new TestingInstallation(testKafka, directory);
  }

  @AfterEach
  void nothingWasLost() {
    installation.assertNothingIsLost();
  }

  @Test
  void allInstancesJudgeAllTheirAuthorsAgain(TestKafka testKafka) throws Exception {
    try (Registry registry = installation.registered(testKafka.registryUrl());
        Scorer one = installation.start(registry, "one");
        Scorer two = installation.start(registry, "two")) {
      installation.introduce(registry, AUTHORS, NOON);
      awaitReady(one);
      awaitReady(two);
      installation.awaitScored();
      installation.awaitAllJudgedBy("m0");
      assertThat(live(installation.topics.accepted())).hasSize(AUTHORS);

      installation.activate(registry, TestingPolicies.policy(STRICT));
      installation.introduce(registry, 100, NOON.plusSeconds(60));
      installation.awaitAllJudgedBy(STRICT);
      installation.awaitScored();

      assertThat(live(installation.topics.accepted())).isEmpty();
      assertThat(live(installation.topics.rejected())).hasSize(AUTHORS);
      assertThat(installation.standings().values())
          .extracting(ScorerStanding::getInstance)
          .containsExactlyInAnyOrder("one", "two");
    }
  }

  @Test
  void whoeverStartsLateOrComesBackGoesOn(TestKafka testKafka) throws Exception {
    try (Registry registry = installation.registered(testKafka.registryUrl())) {
      try (Scorer one = installation.start(registry, "one")) {
        installation.introduce(registry, AUTHORS, NOON);
        installation.awaitScored();
        awaitReady(one);
        installation.activate(registry, TestingPolicies.policy(STRICT));
        await()
            .atMost(TestingInstallation.PATIENCE)
            .until(() -> !installation.read(installation.topics.rejected()).isEmpty());
      }
      try (Scorer late = installation.start(registry, "late")) {
        installation.awaitAllJudgedBy(STRICT);
        awaitReady(late);
        installation.send(
            ID,
            installation.bytes(
                registry, TestingInstallation.seen(ID, NOON.plusSeconds(9), 2_000_000L)));
        installation.awaitScored();
      }
      assertThat(live(installation.topics.accepted())).containsExactly(ID);
      assertThat(live(installation.topics.rejected())).hasSize(AUTHORS);
    }
  }

  @Test
  void aPolicyThatCannotBeReadStopsNothing(TestKafka testKafka) throws Exception {
    try (Registry registry = installation.registered(testKafka.registryUrl());
        Scorer scorer = installation.start(registry)) {
      installation.introduce(registry, 10, NOON);
      installation.awaitAllJudgedBy("m0");
      installation.point(registry, new PolicyRef("m9", new Sha256(new byte[32])));
      await()
          .atMost(TestingInstallation.PATIENCE)
          .until(() -> scorer.health().reason().contains("m9"));
      installation.send(
          ID, installation.bytes(registry, TestingInstallation.seen(ID, NOON, 70_000L)));
      installation.awaitScored();

      assertThat(scorer.health().state()).isEqualTo(Health.State.READY);
      assertThat(live(installation.topics.accepted())).hasSize(11);
      await()
          .atMost(TestingInstallation.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(installation.standings().values())
                      .extracting(ScorerStanding::getObstacle)
                      .allMatch(why -> why != null && why.contains("m9")));
    }
  }

  private static void awaitReady(Scorer scorer) {
    await()
        .atMost(TestingInstallation.PATIENCE)
        .untilAsserted(() -> assertThat(scorer.health()).isEqualTo(Health.ready()));
  }

  /** The keys that a compacted topic would hold. */
  private Set<String> live(String topic) {
    Set<String> keys = new HashSet<>();
    for (ConsumerRecord<String, byte[]> record : installation.read(topic)) {
      if (record.value() == null) {
        keys.remove(record.key());
      } else {
        keys.add(record.key());
      }
    }
    return keys;
  }
}
