package dev.influx.sink;

import static dev.influx.sink.TestingAuthors.bare;
import static dev.influx.sink.TestingAuthors.rejected;
import static dev.influx.sink.TestingAuthors.under;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.CommitMetadata;
import dev.influx.runtime.Health;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.Manifest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithKafka
class SinkIT {
  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final Duration NEVER_AGAIN = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final PolicyRef OTHER = new PolicyRef("m2", TestingAuthors.digest(9));

  @TempDir Path path;

  private Published published;
  private TestingAcceptedTopic topic;

  @BeforeEach
  void open(TestKafka kafka) {
    published = new Published(path);
    topic = new TestingAcceptedTopic(kafka);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void whatWasCommittedIsPublishedBestFirstAndWhatWasAbortedNever() {
    topic.create();
    topic.commit(
        t -> {
          t.accept(bare("1", 10));
          t.accept(bare("2", 30));
          t.accept(bare("3", 20));
        });
    topic.abort(
        t -> {
          t.accept(bare("4", 99));
          t.accept(bare("1", 98));
          t.withdraw("2");
        });
    try (RunningSink sink = start(OFTEN)) {
      awaitUpToDate(sink);
      assertThat(published.ids()).containsExactly("2", "3", "1");

      topic.commit(t -> t.accept(bare("1", 25)));
      topic.abort(t -> t.accept(bare("5", 99)));
      topic.commit(t -> t.withdraw("2"));
      awaitUpToDate(sink);

      assertThat(published.ids()).containsExactly("1", "3");
      assertThat(sink.health()).isEqualTo(Health.ready());
      assertThat(sink.status().authors()).isEqualTo(2);
    }
  }

  @Test
  void theManifestTellsWhatTheListWasMadeOf() {
    topic.create();
    topic.commit(t -> t.accept(bare("1", 10)));
    try (RunningSink sink = start(OFTEN)) {
      awaitUpToDate(sink);

      Manifest manifest = published.manifest();
      assertThat(manifest.sha256()).isEqualTo(published.sha256());
      assertThat(manifest.count()).isEqualTo(1);
      assertThat(manifest.policy().id()).isEqualTo("m0");
      assertThat(manifest.source().clusterId()).isNotBlank();
      assertThat(manifest.source().topics())
          .containsOnlyKeys(topic.topics().accepted(), topic.topics().rejected());
      assertThat(manifest.freshness().oldest()).isEqualTo(TestingAuthors.SEEN);
      SinkStatus.LastSnapshot last = sink.status().snapshot().orElseThrow();
      assertThat(last.id()).isEqualTo(manifest.snapshotId());
      assertThat(last.path()).isEqualTo(path.resolve("latest.jsonl"));
    }
  }

  @Test
  void aSinkThatReadEverythingHasNoLagAndSaysHowFarInTimeItIs() {
    topic.create();
    Instant early = Instant.parse("2026-01-01T00:00:00Z");
    Instant late = early.plus(Duration.ofDays(3));
    topic.commit(t -> t.accept(seen(late, bare("1", 10))));
    topic.commit(t -> t.accept(seen(early, bare("1", 20))));
    topic.abort(t -> t.accept(seen(late, bare("1", 30))));
    try (RunningSink sink = start(OFTEN)) {
      awaitUpToDate(sink);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(lag()).isEqualTo(noLag()));

      Map<Integer, OffsetAndMetadata> committed = topic.committed(group());
      assertThat(committed.values())
          .extracting(OffsetAndMetadata::metadata)
          .filteredOn(metadata -> !metadata.isEmpty())
          .singleElement()
          .satisfies(metadata -> assertThat(CommitMetadata.read(metadata)).contains(early));
    }
  }

  /** Who changes sides does so in both topics, in one transaction. */
  @Test
  void whoIsRejectedIsCountedByReasonAtTheSameCut() {
    topic.create();
    topic.commit(
        t -> {
          t.accept(bare("1", 10));
          t.reject(rejected("2", "too_few_followers", "is_org"));
          t.reject(rejected("3", "is_org"));
        });
    try (RunningSink sink = start(OFTEN)) {
      awaitUpToDate(sink);
      assertThat(published.manifest().counts().rejected())
          .isEqualTo(Map.of("is_org", 2L, "too_few_followers", 1L));
      assertThat(published.manifest().counts().rejectedAuthors()).isEqualTo(2);

      topic.commit(
          t -> {
            t.accept(bare("2", 20));
            t.readmit("2");
          });
      await().atMost(PATIENCE).until(() -> published.ids().size() == 2);
      await()
          .atMost(PATIENCE)
          .until(() -> !topic.committed(group(), topic.topics().rejected()).isEmpty());

      assertThat(published.manifest().counts().rejected()).isEqualTo(Map.of("is_org", 1L));
      assertThat(published.manifest().counts().accepted()).isEqualTo(2);
    }
  }

  @Test
  void aSinkThatStartsAgainPublishesTheSameBytes() {
    topic.create();
    topic.commit(
        t -> {
          for (int i = 0; i < 50; i++) {
            t.accept(bare(Integer.toString(i), i % 7));
          }
        });
    topic.commit(t -> t.withdraw("7"));
    byte[] first;
    try (RunningSink sink = start(OFTEN)) {
      awaitUpToDate(sink);
      first = published.bytes();
    }

    try (RunningSink sink = start(OFTEN)) {
      awaitUpToDate(sink);
      assertThat(published.bytes()).isEqualTo(first);
      assertThat(published.manifest().source().topics())
          .as("all of the topic, markers included")
          .hasEntrySatisfying(
              topic.topics().accepted(), ends -> assertThat(offsets(ends)).isEqualTo(topic.ends()));
    }
  }

  @Test
  void closingPublishesAndCommitsWhatIsPending() {
    topic.create();
    topic.commit(t -> t.accept(bare("1", 10)));
    RunningSink sink = start(NEVER_AGAIN);
    awaitUpToDate(sink);
    await().atMost(PATIENCE).until(() -> !topic.committed(group()).isEmpty());

    topic.commit(t -> t.accept(bare("2", 20)));
    await().atMost(PATIENCE).until(() -> sink.status().pending());
    assertThat(published.ids()).containsExactly("1");
    sink.close();

    assertThat(published.ids()).containsExactly("2", "1");
    assertThat(sink.health()).isEqualTo(Health.busy("stopped"));
    Map<Integer, Long> committed = new TreeMap<>();
    topic.committed(group()).forEach((partition, at) -> committed.put(partition, at.offset()));
    assertThat(committed).isEqualTo(topic.consumed(sink));
  }

  @Test
  void twoPoliciesAreNeverInOneFile() {
    topic.create();
    topic.commit(
        t -> {
          t.accept(bare("1", 10));
          t.accept(bare("2", 20));
        });
    try (RunningSink sink = start(OFTEN)) {
      awaitUpToDate(sink);
      topic.commit(t -> t.accept(under(OTHER, bare("1", 50))));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(sink.health().reason()).contains("change of policy"));
      assertThat(sink.health().state()).isEqualTo(Health.State.BUSY);
      assertThat(published.ids()).containsExactly("2", "1");

      topic.commit(t -> t.accept(under(OTHER, bare("2", 40))));
      awaitUpToDate(sink);
      assertThat(published.ids()).containsExactly("1", "2");
      assertThat(published.manifest().policy().id()).isEqualTo("m2");
      assertThat(sink.health()).isEqualTo(Health.ready());
    }
  }

  @Test
  void aRecordThatCannotBeReadHoldsTheListBackUntilThereIsANewerOne() {
    topic.create();
    topic.commit(t -> t.accept(bare("1", 10)));
    try (RunningSink sink = start(OFTEN)) {
      awaitUpToDate(sink);
      topic.commit(t -> t.send("2", new byte[] {9, 9}, TestingAuthors.SEEN));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(sink.health().reason()).contains("not in the wire format"));

      topic.commit(t -> t.accept(bare("2", 20)));
      awaitUpToDate(sink);
      assertThat(published.ids()).containsExactly("2", "1");
    }
  }

  @Test
  void aTopicThatIsNotThereYetIsWaitedFor() {
    try (RunningSink sink = start(OFTEN)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(sink.health().reason())
                      .contains(topic.topics().accepted(), "does not exist", "topics apply"));

      topic.create();
      topic.commit(t -> t.accept(bare("1", 10)));
      awaitUpToDate(sink);
      assertThat(published.ids()).containsExactly("1");
      assertThat(sink.health()).isEqualTo(Health.ready());
    }
  }

  @Test
  void anEmptyTopicPublishesNothing() {
    topic.create();
    try (RunningSink sink = start(OFTEN)) {
      await().atMost(PATIENCE).until(() -> sink.status().caughtUp());
      assertThat(sink.health()).isEqualTo(Health.ready());
    }
    assertThat(path.resolve("latest.jsonl")).doesNotExist();
  }

  private RunningSink start(Duration interval) {
    return Sink.start(
        new SinkSettings(path, interval, group(), author -> Optional.empty()),
        topic.connection(),
        topic.registry(),
        topic.topics(),
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  private String group() {
    return topic.topics().prefix() + "influx-sink";
  }

  private void awaitUpToDate(RunningSink sink) {
    Map<Integer, Long> ends = topic.ends();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              SinkStatus status = sink.status();
              return reached(ends, topic.consumed(sink)) && status.caughtUp() && !status.pending();
            });
  }

  /** Markers may be written a moment after a commit returns, so that it may get further. */
  private static boolean reached(Map<Integer, Long> ends, Map<Integer, Long> consumed) {
    return ends.entrySet().stream()
        .allMatch(end -> consumed.getOrDefault(end.getKey(), -1L) >= end.getValue());
  }

  private Map<Integer, Long> lag() {
    Map<Integer, Long> lag = topic.ends();
    topic
        .committed(group())
        .forEach((partition, at) -> lag.merge(partition, -at.offset(), Long::sum));
    return lag;
  }

  private Map<Integer, Long> noLag() {
    Map<Integer, Long> none = topic.ends();
    none.replaceAll((partition, end) -> 0L);
    return none;
  }

  private static Map<Integer, Long> offsets(Map<Integer, Manifest.PartitionEnd> ends) {
    Map<Integer, Long> offsets = new TreeMap<>();
    ends.forEach((partition, end) -> offsets.put(partition, end.offset()));
    return offsets;
  }

  private static ScoredProfile seen(Instant at, ScoredProfile author) {
    return ScoredProfile.newBuilder(author).setObservedAt(at).build();
  }
}
