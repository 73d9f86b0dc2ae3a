package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.app.pipe.PolicyStanding;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.lists.policies.Policies;
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
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 while authors are judged again: the next start goes on, and nothing is left half done.
 */
@WithKafka
class PolicyCrashIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int AUTHORS = 2_000;
  private static final List<String> POLICIES = List.of("m2@1", "m0", "m2@2", "m0");

  private final Instant start =
      Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MILLIS);

  private final Random random = new Random(20260314);

  @TempDir private Path directory;

  private TestingPipeline pipe;

  @BeforeEach
  void prepare(TestKafka kafka) {
    pipe = new TestingPipeline(kafka, directory);
  }

  @AfterEach
  void close() throws Exception {
    pipe.close();
  }

  @Test
  void everyAuthorEndsUnderTheLastPolicy() throws Exception {
    RawProfile[] authors = new RawProfile[AUTHORS];
    for (int number = 0; number < AUTHORS; number++) {
      authors[number] = observation(number);
    }
    pipe.observeAll(authors);
    try (TestingInflux scorer = scorer()) {
      awaitSettledBy(scorer, "m2@2");
      await().atMost(PATIENCE).until(() -> accepted().size() + rejected().size() == AUTHORS);
      scorer.kill();
    }
    for (String policy : POLICIES) {
      activate(policy);
      try (TestingInflux scorer = scorer()) {
        await().atMost(PATIENCE).until(() -> !scorer.alive() || isUnderWay(policy));
        assertThat(scorer.alive()).as(scorer.err()).isTrue();
        scorer.kill();
      }
    }
    String last = POLICIES.get(POLICIES.size() - 1);
    try (TestingInflux scorer = scorer()) {
      awaitSettledBy(scorer, last);
    }
    assertThatTheTopicsAreThoseOf(last);
  }

  private void activate(String policy) {
    for (String step : List.of("publish", "activate")) {
      TestingShell shell = pipe.shell();
      assertThat(shell.run("policy", step, policy))
          .as("%s", shell.errLines())
          .isEqualTo(ExitCode.OK);
    }
  }

  private boolean isUnderWay(String policy) {
    return PolicyStanding.of(pipe.installation, Optional.empty()).partitions().values().stream()
        .anyMatch(standing -> standing.getPolicy().getId().equals(policy));
  }

  private void awaitSettledBy(TestingInflux scorer, String policy) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              PolicyStanding standing = PolicyStanding.of(pipe.installation, Optional.empty());
              boolean all =
                  standing.partitions().values().stream().mapToLong(each -> each.getAuthors()).sum()
                      > 0;
              return !scorer.alive() || (all && standing.settled() && isUnderWay(policy));
            });
    assertThat(scorer.alive()).as(scorer.err()).isTrue();
  }

  private void assertThatTheTopicsAreThoseOf(String policy) {
    Evaluator evaluator = Evaluator.of(Policies.bundled().find(policy).orElseThrow());
    Map<String, SpecificRecord> accepted = accepted();
    Map<String, SpecificRecord> rejected = rejected();

    assertThat(accepted.keySet()).doesNotContainAnyElementsOf(rejected.keySet());
    assertThat(accepted.size() + rejected.size()).isEqualTo(AUTHORS);
    accepted.putAll(rejected);
    for (ConsumerRecord<String, byte[]> seen : pipe.records(pipe.installation.topics().raw())) {
      RawProfile observation =
          pipe.registry.deserializer(RawProfile.class).deserialize(seen.topic(), seen.value());
      History history =
          History.observe(
                  Optional.empty(),
                  observation,
                  new Lineage(seen.topic(), seen.partition(), seen.offset()))
              .history()
              .orElseThrow();
      assertThat(accepted.get(seen.key()))
          .isEqualTo(evaluator.judge(history).<SpecificRecord>fold(in -> in, out -> out));
    }
  }

  private Map<String, SpecificRecord> accepted() {
    return live(
        pipe.installation.topics().accepted(), pipe.registry.deserializer(ScoredProfile.class));
  }

  private Map<String, SpecificRecord> rejected() {
    return live(
        pipe.installation.topics().rejected(), pipe.registry.deserializer(RejectedProfile.class));
  }

  private <T extends SpecificRecord> Map<String, SpecificRecord> live(
      String topic, Deserializer<T> values) {
    Map<String, SpecificRecord> live = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : pipe.records(topic)) {
      if (record.value() == null) {
        live.remove(record.key());
      } else {
        live.put(record.key(), values.deserialize(topic, record.value()));
      }
    }
    return live;
  }

  private TestingInflux scorer() {
    return pipe.process("scorer", "run");
  }

  private RawProfile observation(int number) {
    String id = Long.toString(6_000_000_000L + number);
    return RawProfile.newBuilder()
        .setId(id)
        .setFetchedAt(start.plusSeconds(number))
        .setAvailability(Availability.AVAILABLE)
        .setProfile(
            Profile.newBuilder()
                .setHandle("author_" + number)
                .setName("Author " + number)
                .setTweetCount((long) number)
                .setFollowersCount(45_000L + random.nextInt(10_000))
                .build())
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of(new Source("profile", start, "https://x.com/author_" + number)))
        .build();
  }
}
