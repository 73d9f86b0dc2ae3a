package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.BrokerSettings;
import dev.influx.embedded.EmbeddedBroker;
import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.harvester.plan.Ending;
import dev.influx.lists.seeds.Seed;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Health;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The harvester while its broker or its registry is away. It has both for itself, to stop them. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
final class OutageIT {
  private static final String PREFIX = "outage.";

  @TempDir private Path directory;

  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;
  private Simulator simulator;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(BrokerSettings.in(directory.resolve("broker")));
    registry = EmbeddedRegistry.start(RegistrySettings.in(directory.resolve("registry")));
    simulator = Simulator.start(SimulatorSettings.defaults().withAuthors(400));
  }

  @AfterEach
  void stop() {
    simulator.close();
    registry.close();
    broker.close();
  }

  @Test
  void waitsForTheRegistryAtTheStartAndLosesNothing() throws InterruptedException {
    try (Harvesting harvesting = harvesting()) {
      List<Seed> seeds = Harvesting.seedsOf(simulator);
      registry.close();

      try (RunningHarvester harvester =
          harvesting.start(Harvesting.settings(simulator).onlyOnce(), seeds)) {
        await().until(() -> harvester.health().reason().contains("registry"));
        assertThat(harvester.health().state()).isEqualTo(Health.State.BUSY);
        assertThat(simulator.journal()).as("nothing is asked that cannot be published").isEmpty();

        registry = EmbeddedRegistry.start(registry.settings());

        assertThat(harvester.awaitEnd().count(Ending.FOUND))
            .isEqualTo(harvesting.topics().raw().size())
            .isPositive();
      }
    }
  }

  @Test
  void needsNoRegistryOnceItRuns() throws InterruptedException {
    try (Harvesting harvesting = harvesting();
        RunningHarvester harvester =
            harvesting.start(
                Harvesting.settings(simulator).withRefresh(Duration.ofMillis(500)),
                Harvesting.seedsOf(simulator))) {
      HarvestProgress first = harvester.awaitRound(1);
      registry.close();

      int found = first.count(Ending.FOUND);
      await().until(() -> harvesting.records(Ending.FOUND) >= 3 * found);

      harvester.close();
      registry = EmbeddedRegistry.start(registry.settings());
      assertThat(harvesting.topics().raw().size()).isGreaterThanOrEqualTo(3 * found);
    }
  }

  @Test
  void waitsForABrokerThatGoesAwayAndLosesNothing() throws InterruptedException {
    try (Harvesting harvesting = harvesting();
        RunningHarvester harvester =
            harvesting.start(
                Harvesting.settings(simulator).withBatchSize(2).onlyOnce(),
                Harvesting.seedsOf(simulator))) {
      await().until(() -> harvester.progress().count(Ending.FOUND) >= 20);
      broker.close();
      await().until(() -> harvester.health().state() == Health.State.BUSY);
      HarvestProgress before = harvester.progress();
      assertThat(before.pending()).as("it was in the middle of it").isPositive();
      await()
          .during(Duration.ofSeconds(1))
          .until(() -> harvester.progress().requests() == before.requests());

      broker = EmbeddedBroker.start(broker.settings());
      HarvestProgress end = harvester.awaitEnd();

      assertThat(end.pending()).isZero();
      Map<String, Long> copies =
          harvesting.topics().raw().stream()
              .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
      assertThat(copies).hasSize(end.count(Ending.FOUND));
      assertThat(copies.values()).as("copies of each").containsOnly(1L);
      assertThat(end.requests()).as("and nothing was paid for twice").isEqualTo(202);
      assertThat(harvester.health().state()).isEqualTo(Health.State.READY);
    }
  }

  @Test
  void waitsForABrokerThatIsNotThereYet() throws InterruptedException {
    try (Harvesting harvesting = harvesting()) {
      List<Seed> seeds = Harvesting.seedsOf(simulator);
      broker.close();
      try (RunningHarvester harvester =
          harvesting.start(Harvesting.settings(simulator).onlyOnce(), seeds)) {
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> harvester.health().reason().startsWith("publishing waits"));
        assertThat(simulator.journal()).isEmpty();

        broker = EmbeddedBroker.start(broker.settings());

        assertThat(harvester.awaitEnd().pending()).isZero();
      }
    }
  }

  @Test
  void closesWhileItWaitsForABroker() {
    try (Harvesting harvesting = harvesting()) {
      broker.close();
      RunningHarvester harvester =
          harvesting.start(Harvesting.settings(simulator), Harvesting.seedsOf(simulator));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> harvester.health().reason().startsWith("publishing waits"));

      harvester.close();

      assertThat(harvester.end().toCompletableFuture())
          .as("closed, with everything let go")
          .isCompletedExceptionally();
    }
  }

  @Test
  void saysWhatToDoWhenTheSchemasWereNeverApplied() throws IOException {
    try (Registry client = Registry.at(registry.uri().toString(), Map.of());
        RunningHarvester harvester =
            new Harvester(
                    KafkaConnection.to(broker.bootstrapServers()),
                    client,
                    new Topics("never.applied."),
                    new SimpleMeterRegistry())
                .watch(Harvesting.settings(simulator), Harvesting.seedsOf(simulator), Map.of())) {
      assertThatExceptionOfType(Explained.class)
          .isThrownBy(harvester::awaitEnd)
          .satisfies(e -> assertThat(e.remedy()).contains("influx topics apply"));
    }
  }

  private Harvesting harvesting() {
    return new Harvesting(
        TestingTopics.apply(broker.bootstrapServers(), registry.uri().toString(), PREFIX));
  }
}
