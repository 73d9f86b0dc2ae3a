package dev.influx.monitor.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.monitor.lag.FirstUnread;
import dev.influx.monitor.lag.Look;
import dev.influx.runtime.CommitMetadata;
import dev.influx.runtime.KafkaConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of groups of every kind on a real broker. */
@WithKafka
class ClusterSamplerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ClusterSampler sampler;
  private Admin admin;
  private TestingGroups groups;
  private String prefix;
  private String topic;

  @BeforeEach
  void open(TestKafka kafka) {
    prefix = kafka.uniquePrefix();
    topic = prefix + "orders";
    kafka.createTopic(topic, 1);
    sampler =
        ClusterSampler.connect(KafkaConnection.to(kafka.bootstrapServers()), Clock.systemUTC());
    admin = kafka.admin();
    groups = new TestingGroups(kafka.bootstrapServers());
  }

  @AfterEach
  void close() {
    groups.close();
    sampler.close();
    admin.close();
  }

  @Test
  void groupsOfEveryKindAreSeen() throws Exception {
    groups.write(topic, Instant.now(), 3);
    String classic = groups.consume("classic", prefix + "classic", topic);
    String consumer = groups.consume("consumer", prefix + "consumer", topic);
    String streams = groups.stream("streams", prefix + "streams", topic);
    String classicStreams = groups.stream("classic", prefix + "classic-streams", topic);

    await()
        .atMost(PATIENCE)
        .ignoreException(NoSuchElementException.class)
        .untilAsserted(
            () -> {
              for (String group : List.of(classic, consumer, streams, classicStreams)) {
                assertThat(look(group).positions())
                    .as(group)
                    .singleElement()
                    .satisfies(it -> assertThat(it.look().lag()).hasValue(0));
                assertThat(look(group).members().orElseThrow()).as(group).hasSize(1);
              }
            });
    assertThat(look(classic).kind()).isEqualTo("classic");
    assertThat(look(consumer).kind()).isEqualTo("consumer");
    assertThat(look(streams).kind()).isEqualTo("streams");
    assertThat(look(classicStreams).kind()).isEqualTo("classic");
    assertThat(look(streams).positions().get(0).look().eventTime()).isPresent();
    assertThat(look(classicStreams).positions().get(0).look().eventTime()).isPresent();
  }

  @Test
  void whatIsCommittedIsReadWithItsEventTimeAndWhatIsUnreadWithItsTimestamp() throws Exception {
    Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
    groups.write(topic, first, 5);
    Instant processed = first.plusSeconds(1);
    commit("a", 2, CommitMetadata.of(processed));
    commit("b", 4, "whatever");

    Position a = position("a");
    assertThat(a.look().committed()).hasValue(2);
    assertThat(a.look().end()).isEqualTo(5);
    assertThat(a.look().eventTime()).contains(processed);
    assertThat(a.retention()).isPresent();
    assertThat(look(prefix + "a").members()).isEmpty();
    untilUnread("a", FirstUnread.record(first.plusSeconds(2)));
    Position b = position("b");
    assertThat(b.look().eventTime()).isEmpty();
    assertThat(b.look().lag()).hasValue(1);
    untilUnread("b", FirstUnread.record(first.plusSeconds(4)));
  }

  @Test
  void markersOfTransactionsAreNoRecords() throws Exception {
    groups.transact(topic, Instant.now(), 3);
    commit("a", 3, "");

    assertThat(position("a").look().lag()).hasValue(1);
    untilUnread("a", FirstUnread.nothing());
  }

  @Test
  void anOpenTransactionIsNoLagAndWhoIsAheadOfItIsNotBeyondTheLog() throws Exception {
    groups.write(topic, Instant.now(), 2);
    groups.beginTransaction(topic, 4);
    commit("ahead", 6, "");
    commit("nowhere", 100, "");

    assertThat(position("ahead").look().end()).isEqualTo(2);
    assertThat(position("ahead").look().lag()).hasValue(0);
    assertThat(position("ahead").beyondTheLog()).isFalse();
    assertThat(position("nowhere").beyondTheLog()).isTrue();
  }

  @Test
  void whatWasDeletedIsLost() throws Exception {
    groups.write(topic, Instant.now(), 10);
    commit("a", 2, "");
    admin.deleteRecords(Map.of(partition(), RecordsToDelete.beforeOffset(7))).all().get();

    Look look = position("a").look();

    assertThat(look.lost()).isEqualTo(5);
    assertThat(look.lag()).hasValue(3);
  }

  @Test
  void aTopicThatIsGoneIsGoneAndSoIsAGroup() throws Exception {
    groups.write(topic, Instant.now(), 1);
    commit("a", 1, "");
    assertThat(look(prefix + "a").positions()).hasSize(1);

    admin.deleteTopics(List.of(topic)).all().get();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(find(prefix + "a").stream().flatMap(it -> it.positions().stream()))
                    .isEmpty());
    if (find(prefix + "a").isPresent()) {
      admin.deleteConsumerGroups(List.of(prefix + "a")).all().get();
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(find(prefix + "a")).isEmpty());
  }

  @Test
  void aPartitionWithoutACommitIsSeenOfAGroupThatSharesItsTopics(TestKafka kafka) throws Exception {
    String wide = prefix + "wide";
    kafka.createTopic(wide, 3);
    groups.write(wide, Instant.now(), 3);
    String group = groups.consume("classic", prefix + "wide-readers", wide);

    await()
        .atMost(PATIENCE)
        .ignoreException(NoSuchElementException.class)
        .untilAsserted(() -> assertThat(look(group).positions()).hasSize(3));
    assertThat(look(group).positions())
        .filteredOn(it -> !it.look().holdsRecords())
        .hasSize(2)
        .allMatch(it -> it.look().lag().orElse(0) == 0);
  }

  @Test
  void aClusterThatDoesNotAnswerIsAFailureAndNoEmptyCluster() {
    KafkaConnection nowhere = KafkaConnection.to("127.0.0.1:1");
    try (ClusterSampler lost = ClusterSampler.connect(nowhere, Clock.systemUTC())) {
      assertThatThrownBy(() -> lost.look(group -> true)).isInstanceOf(UnableToLookException.class);
    }
  }

  private void commit(String group, long offset, String metadata) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            prefix + group,
            Map.of(partition(), new OffsetAndMetadata(offset, Optional.empty(), metadata)))
        .all()
        .get();
    assertThat(OptionalLong.of(offset)).isEqualTo(position(group).look().committed());
  }

  /** Reading takes as long as it takes, over several looks. */
  private void untilUnread(String group, FirstUnread expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(position(group).firstUnread()).contains(expected));
  }

  private TopicPartition partition() {
    return new TopicPartition(topic, 0);
  }

  private Position position(String group) throws Exception {
    return look(prefix + group).positions().get(0);
  }

  private GroupLook look(String group) throws Exception {
    return find(group).orElseThrow();
  }

  private Optional<GroupLook> find(String group) throws Exception {
    ClusterLook look = sampler.look(group::equals);
    assertThat(look.failed()).isEmpty();
    assertThat(look.remarks()).isEmpty();
    return look.groups().stream().findFirst();
  }
}
