package dev.influx.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.monitor.history.History;
import dev.influx.monitor.history.HistoryFile;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagSettings;
import dev.influx.monitor.lag.LagState;
import dev.influx.monitor.sampling.ClusterSampler;
import dev.influx.runtime.Health;
import dev.influx.runtime.KafkaConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop, on a real broker and over a restart. */
@WithKafka
class LagMonitorIT {
  private static final Duration OFTEN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LagSettings QUICK =
      new LagSettings(Duration.ofSeconds(2), Duration.ofSeconds(10));

  @TempDir private Path directory;

  @Test
  void aGroupThatStandsStillStallsAndTheNextMonitorKnowsSinceWhen(TestKafka kafka)
      throws Exception {
    String group = kafka.uniquePrefix() + "group";
    kafka.createTopic(group, 1);
    write(kafka, group);
    commit(kafka, group, 0);
    HistoryFile file = new HistoryFile(directory.resolve("lag"));

    try (LagMonitor monitor = monitor(kafka.bootstrapServers(), file)) {
      await()
          .atMost(PATIENCE)
          .until(() -> state(monitor, group).equals(Optional.of(LagState.STALL)));
      await().atMost(PATIENCE).until(() -> monitor.health().equals(Health.ready()));
      assertThat(find(monitor, group).orElseThrow().records()).hasValue(3);
    }

    try (LagMonitor next = monitor(kafka.bootstrapServers(), file)) {
      await().atMost(PATIENCE).until(() -> find(next, group).isPresent());
      GroupLag first = find(next, group).orElseThrow();
      assertThat(first.state()).isEqualTo(LagState.STALL);
      assertThat(first.commitAge().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));

      commit(kafka, group, 3);
      await().atMost(PATIENCE).until(() -> state(next, group).equals(Optional.of(LagState.OK)));
      delete(kafka, group);
      await().atMost(PATIENCE).until(() -> find(next, group).isEmpty());
    }
  }

  @Test
  void aClusterThatNeverAnswersIsBusyAndHasNoFigures() throws Exception {
    HistoryFile file = new HistoryFile(directory.resolve("lag"));
    try (LagMonitor monitor = monitor("127.0.0.1:1", file)) {
      await().atMost(PATIENCE).until(() -> monitor.latest().stale().isPresent());
      assertThat(monitor.latest().groups()).isEmpty();
      assertThat(monitor.latest().at()).isEmpty();
      assertThat(monitor.health().state()).isEqualTo(Health.State.BUSY);
    }
  }

  private static LagMonitor monitor(String bootstrapServers, HistoryFile file) throws Exception {
    KafkaConnection kafka = KafkaConnection.to(bootstrapServers);
    History history = file.read(Instant.now());
    return LagMonitor.start(
        ClusterSampler.connect(kafka, Clock.systemUTC()),
        new LagBook(QUICK, group -> false, history),
        file,
        OFTEN,
        Clock.systemUTC());
  }

  private static Optional<GroupLag> find(LagMonitor monitor, String group) {
    return monitor.latest().groups().stream().filter(it -> it.group().equals(group)).findFirst();
  }

  private static Optional<LagState> state(LagMonitor monitor, String group) {
    return find(monitor, group).map(GroupLag::state);
  }

  private static void delete(TestKafka kafka, String group) throws Exception {
    try (Admin admin = kafka.admin()) {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    }
  }

  private static void commit(TestKafka kafka, String group, long offset) throws Exception {
    try (Admin admin = kafka.admin()) {
      admin
          .alterConsumerGroupOffsets(
              group, Map.of(new TopicPartition(group, 0), new OffsetAndMetadata(offset)))
          .all()
          .get();
    }
  }

  private static void write(TestKafka kafka, String topic) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < 3; i++) {
        producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
      }
    }
  }
}
