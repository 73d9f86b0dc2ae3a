package dev.influx.sink;

import static dev.influx.sink.TestingAuthors.bare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.junit.KafkaExtension;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.runtime.Health;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.wire.Registry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever is away is waited for, and a sink that waits can still be closed. */
@ExtendWith(KafkaExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class SinkOutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path path;

  @Test
  void aBrokerThatComesLateIsWaitedFor(TestKafka kafka) {
    try (TestingAcceptedTopic topic = new TestingAcceptedTopic(kafka).create();
        TestingGate gate = TestingGate.shutBefore(address("kafka://" + kafka.bootstrapServers()))) {
      topic.commit(t -> t.accept(bare("1", 10)));
      try (RunningSink sink = start(topic, KafkaConnection.to(gate.address()), topic.registry())) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(sink.health())
                        .isEqualTo(
                            Health.busy(
                                "no Kafka broker answers at "
                                    + gate.address()
                                    + "; trying again")));

        gate.open();
        awaitFirstList(sink);
      }
    }
  }

  @Test
  void aRegistryThatIsAwayIsWaitedForAndNoRecordIsLost(TestKafka kafka) throws Exception {
    try (TestingAcceptedTopic topic = new TestingAcceptedTopic(kafka).create();
        TestingGate gate = TestingGate.shutBefore(address(kafka.registryUrl()));
        Registry registry = Registry.at(through(gate, kafka.registryUrl()), Map.of())) {
      topic.commit(t -> t.accept(bare("1", 10)));
      try (RunningSink sink = start(topic, topic.connection(), registry)) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(sink.health())
                        .isEqualTo(
                            Health.busy("waiting for the schema registry at " + registry.url())));

        gate.open();
        awaitFirstList(sink);
      }
    }
  }

  @Test
  void aBrokerThatGoesAndComesBackIsFollowedAgain(TestKafka kafka) {
    try (TestingBroker broker = TestingBroker.start(path.resolve("broker"));
        TestingAcceptedTopic topic =
            new TestingAcceptedTopic(
                    broker.bootstrapServers(), kafka.registryUrl(), kafka.uniquePrefix())
                .create()) {
      topic.commit(t -> t.accept(bare("1", 10)));
      try (RunningSink sink = start(topic, topic.connection(), topic.registry())) {
        awaitFirstList(sink);
        broker.stop();
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(sink.health().reason()).contains("no Kafka broker answers"));

        broker.startAgain();
        topic.commit(t -> t.accept(bare("2", 20)));
        await().atMost(PATIENCE).until(() -> new Published(path).ids().size() == 2);
        await().atMost(PATIENCE).until(() -> sink.health().equals(Health.ready()));
      }
    }
  }

  @Test
  void aSinkThatWaitsForTheRegistryCanBeClosed(TestKafka kafka) throws Exception {
    try (TestingAcceptedTopic topic = new TestingAcceptedTopic(kafka).create();
        Registry nobody = Registry.at("http://127.0.0.1:1", Map.of())) {
      topic.commit(t -> t.accept(bare("1", 10)));
      RunningSink sink = start(topic, topic.connection(), nobody);
      await().atMost(PATIENCE).until(() -> sink.health().reason().contains("registry"));

      sink.close();

      assertThat(sink.health()).isEqualTo(Health.busy("stopped"));
      assertThat(path.resolve("latest.jsonl")).doesNotExist();
    }
  }

  @Test
  void aSinkThatWaitsForTheBrokerCanBeClosed(TestKafka kafka) {
    try (TestingAcceptedTopic topic = new TestingAcceptedTopic(kafka)) {
      RunningSink sink = start(topic, KafkaConnection.to("127.0.0.1:1"), topic.registry());
      await().atMost(PATIENCE).until(() -> sink.health().reason().contains("connecting"));

      sink.close();

      assertThat(sink.health()).isEqualTo(Health.busy("stopped"));
    }
  }

  private RunningSink start(
      TestingAcceptedTopic topic, KafkaConnection connection, Registry registry) {
    return Sink.start(
        new SinkSettings(
            path,
            Duration.ofMillis(50),
            topic.topics().prefix() + "influx-sink",
            author -> Optional.empty()),
        connection,
        registry,
        topic.topics(),
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  private void awaitFirstList(RunningSink sink) {
    await().atMost(PATIENCE).until(() -> sink.status().snapshot().isPresent());
    await().atMost(PATIENCE).until(() -> sink.health().equals(Health.ready()));
    assertThat(new Published(path).ids()).containsExactly("1");
  }

  private static InetSocketAddress address(String url) {
    URI uri = URI.create(url);
    return new InetSocketAddress(uri.getHost(), uri.getPort());
  }

  private static String through(TestingGate gate, String url) {
    return "http://" + gate.address() + URI.create(url).getPath();
  }
}
