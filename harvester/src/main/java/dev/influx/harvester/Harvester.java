package dev.influx.harvester;

import dev.influx.harvester.api.XApi;
import dev.influx.harvester.journal.Journal;
import dev.influx.harvester.plan.Roster;
import dev.influx.harvester.publish.Origin;
import dev.influx.harvester.publish.Publisher;
import dev.influx.lists.seeds.Seed;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;

/** Where harvesters are started. */
public final class Harvester {

  private Harvester() {}

  /**
   * Returns at once; {@link RunningHarvester#health} says when it works. The topics and schemas
   * must be applied; broker, registry and topics that are not there yet are waited for.
   */
  public static RunningHarvester start(
      HarvesterSettings settings,
      KafkaConnection kafka,
      Registry registry,
      Topics topics,
      Collection<Seed> seeds,
      MeterRegistry meters) {
    Origin origin = new Origin(settings.kind(), UUID.randomUUID().toString());
    return HarvestRun.start(
        settings,
        new Roster(seeds, settings.refresh()),
        new HarvestRun.Outside(
            XApi.connect(settings.api(), InstantSource.system(), meters),
            Publisher.to(kafka, registry, topics, origin),
            Journal.NONE),
        meters);
  }
}
