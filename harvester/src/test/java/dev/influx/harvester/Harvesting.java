package dev.influx.harvester;

import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Samples;
import dev.influx.lists.seeds.Seed;
import dev.influx.lists.seeds.SeedFiles;
import dev.influx.lists.seeds.UnableToReadSeedsException;
import dev.influx.runtime.Secret;
import dev.influx.schemas.SourceKind;
import dev.influx.simulator.Simulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.StringReader;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Harvests simulators and played APIs into the topics of a test. */
final class Harvesting implements AutoCloseable {
  private final TestingTopics topics;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  Harvesting(TestingTopics topics) {
    this.topics = topics;
  }

  TestingTopics topics() {
    return topics;
  }

  RunningHarvester start(HarvesterSettings settings, List<Seed> seeds) {
    return new Harvester(topics.kafka(), topics.registry(), topics.names(), meters)
        .watch(settings, seeds, Map.of());
  }

  /** One round, to its end. */
  HarvestProgress once(HarvesterSettings settings, List<Seed> seeds) throws InterruptedException {
    try (RunningHarvester harvester = start(settings.onlyOnce(), seeds)) {
      return harvester.awaitEnd();
    }
  }

  double requests(String outcome) {
    return meters.get("influx.harvest.requests").tag("outcome", outcome).counter().count();
  }

  double records(Ending ending) {
    return meters
        .get("influx.records")
        .tags("stage", "harvest", "outcome", ending.code())
        .counter()
        .count();
  }

  static HarvesterSettings settings(Simulator simulator) {
    return settings(simulator.uri(), Secret.of(simulator.token().value())).withBatchSize(20);
  }

  static HarvesterSettings settings(TestingApi api) {
    return settings(api.uri(), Secret.of("any"));
  }

  static HarvesterSettings settings(URI api, Secret token) {
    return HarvesterSettings.of(ApiSettings.of(api, token, "the test"), SourceKind.SIMULATOR);
  }

  static List<Seed> seedsOf(Simulator simulator) {
    return SeedFiles.read("simulator", new StringReader(simulator.seedsCsv()))
        .orElseThrow(UnableToReadSeedsException::new);
  }

  static List<Seed> seeds(String... handles) {
    return Arrays.stream(handles).map(Samples::seed).toList();
  }

  @Override
  public void close() {
    topics.close();
  }
}
