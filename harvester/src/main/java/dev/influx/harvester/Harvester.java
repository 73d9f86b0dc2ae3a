package dev.influx.harvester;

import dev.influx.harvester.HarvestRun.Outside;
import dev.influx.harvester.api.XApi;
import dev.influx.harvester.errand.Errand;
import dev.influx.harvester.journal.Journal;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Roster;
import dev.influx.harvester.publish.Origin;
import dev.influx.harvester.publish.Publisher;
import dev.influx.harvester.schedule.DomainNeed;
import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Seed;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.compliance.ForgottenWatch;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where harvesters are started. The topics and schemas must be applied; broker, registry and topics
 * that are not there yet are waited for.
 */
public final class Harvester {
  private static final InstantSource CLOCK = InstantSource.system();

  private final KafkaConnection kafka;
  private final Registry registry;
  private final Topics topics;
  private final MeterRegistry meters;

  /** Harvesters into these topics. */
  public Harvester(KafkaConnection kafka, Registry registry, Topics topics, MeterRegistry meters) {
    this.kafka = kafka;
    this.registry = registry;
    this.topics = topics;
    this.meters = meters;
  }

  /**
   * Looks after authors. Returns at once; {@link RunningHarvester#health} says when it works.
   *
   * @param needs of the domains that have any
   */
  public RunningHarvester watch(
      HarvesterSettings settings, Collection<Seed> seeds, Map<Domain, DomainNeed> needs) {
    Throttle throttle = throttle(settings);
    List<Remembered> known = new ArrayList<>();
    Journal journal =
        journal(
            settings,
            entry -> {
              known.add(entry);
              throttle.recall(entry);
            });
    Roster roster = Roster.of(seeds, needs, settings.cadence(), known, CLOCK.instant());
    return HarvestRun.start(
        settings,
        roster,
        throttle,
        outside(settings, UUID.randomUUID().toString(), journal),
        meters);
  }

  /** Asks once for everybody on a list, but for those with whom its journal is done. */
  public RunningHarvester run(HarvesterSettings settings, Errand errand) {
    Throttle throttle = throttle(settings);
    Journal journal =
        journal(
            settings,
            entry -> {
              errand.recall(entry);
              throttle.recall(entry);
            });
    return HarvestRun.start(
        settings.onlyOnce(), errand, throttle, outside(settings, errand.id(), journal), meters);
  }

  private static Origin origin(HarvesterSettings settings, String runId) {
    return new Origin(settings.kind(), runId, Optional.of(settings.api().dialect()));
  }

  private static Throttle throttle(HarvesterSettings settings) {
    return new Throttle(settings.bounds(), settings.budget(), settings.prices(), CLOCK);
  }

  private static Journal journal(HarvesterSettings settings, Consumer<Remembered> known) {
    return settings.journal().map(file -> Journal.open(file, known)).orElse(Journal.NONE);
  }

  private Outside outside(HarvesterSettings settings, String runId, Journal journal) {
    return new Outside(
        XApi.connect(settings.api(), CLOCK, meters),
        Publisher.to(kafka, registry, topics, origin(settings, runId), settings.repeats()),
        journal,
        ForgottenWatch.of(kafka, registry, topics));
  }
}
