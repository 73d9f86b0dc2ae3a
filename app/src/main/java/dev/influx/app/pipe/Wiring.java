package dev.influx.app.pipe;

import dev.influx.app.config.Config;
import dev.influx.harvester.Harvester;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.RunningHarvester;
import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.schedule.DomainNeed;
import dev.influx.lists.Domain;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.lists.seeds.Seed;
import dev.influx.lists.targets.DomainTargets;
import dev.influx.runtime.HealthEndpoint;
import dev.influx.runtime.Running;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.runtime.conservation.ConservationAudit;
import dev.influx.runtime.policies.PolicyLog;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.policies.KnownPolicies;
import dev.influx.scorer.topology.Scorer;
import dev.influx.scorer.topology.ScorerSettings;
import dev.influx.scorer.topology.ScorerTopology;
import dev.influx.scorer.topology.StoreKind;
import dev.influx.sink.Publishing;
import dev.influx.sink.Recheck;
import dev.influx.sink.RunningSink;
import dev.influx.sink.Sink;
import dev.influx.sink.SinkSettings;
import dev.influx.sink.files.Retention;
import dev.influx.sink.snapshot.Limits;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Starts parts from the configuration, all on the same cluster, registry and metrics. */
public record Wiring(
    Config config, Installation installation, Registry registry, PrometheusMeterRegistry meters) {

  /** The consumer group of the scorer, which is its application id. */
  public static String scorerGroup(Installation installation) {
    return installation.topics().prefix() + "scorer";
  }

  /** The consumer group of the sink. */
  public static String sinkGroup(Installation installation) {
    return installation.topics().prefix() + "sink";
  }

  /** Balances what the scorers have noted of the raw records. */
  public static ConservationAudit audit(Installation installation, InstantSource clock) {
    ConservationAudit.Where where =
        new ConservationAudit.Where(
            installation.topics().raw(),
            ScorerTopology.ledgerLog(scorerGroup(installation)),
            installation.topics().dead());
    return new ConservationAudit(installation.kafka(), where, clock);
  }

  /** A harvester that asks a simulator in this JVM for all of its authors. */
  RunningHarvester harvester(Simulation simulation, Duration refresh) {
    ApiSettings api =
        ApiSettings.of(simulation.uri(), simulation.token(), "the simulator of this process");
    HarvesterSettings settings =
        HarvesterSettings.of(api, SourceKind.SIMULATOR).withRefresh(refresh);
    return harvester(settings, SeedLists.parse("the simulator", simulation.seedsCsv()));
  }

  /** A harvester into the topics of the installation. */
  public Harvester harvester() {
    return new Harvester(installation.kafka(), registry, installation.topics(), meters);
  }

  /** What the domains are to have, and have now. */
  private Map<Domain, DomainNeed> needs() {
    Map<Domain, Long> present = DomainCounts.read(installation, registry);
    Map<Domain, DomainNeed> needs = new EnumMap<>(Domain.class);
    for (DomainTargets.Target target : DomainTargets.bundled().domains()) {
      long have = present.getOrDefault(target.domain(), 0L);
      needs.put(target.domain(), new DomainNeed(target.priority(), target.span().max(), have));
    }
    return needs;
  }

  public RunningHarvester harvester(HarvesterSettings settings, List<Seed> seeds) {
    return harvester().watch(settings, seeds, needs());
  }

  /**
   * A sink that publishes whom the gates let in once more.
   *
   * @param policy that may judge besides those that come with influx
   */
  public RunningSink sink(Path dataDirectory, Policy policy) {
    SinkSettings settings =
        new SinkSettings(
            dataDirectory, publishing(config.sink()), sinkGroup(installation), recheck(policy));
    return Sink.start(
        settings, installation.kafka(), registry, installation.topics(), meters, Clock.systemUTC());
  }

  /** The gates of the policies that are known or published, and of one that may judge as well. */
  public Recheck recheck(Policy policy) {
    return Recheck.byGatesOf(name -> find(name, policy).or(() -> published(name, policy)));
  }

  private static Publishing publishing(Config.Sink sink) {
    return new Publishing(
        sink.publishInterval(),
        sink.publishChanges().map(Integer::longValue).orElse(Long.MAX_VALUE),
        new Limits(sink.leastKept(), sink.leastSpread(), sink.leastTop(), sink.mostZeros()),
        new Retention(sink.keepLast(), sink.keepDays()));
  }

  private static Optional<Policy> find(PolicyRef name, Policy chosen) {
    return Stream.concat(
            Stream.of(chosen, chosen.allowingSimulated()),
            Policies.bundled().find(name.getId()).stream())
        .filter(policy -> policy.id().equals(name.getId()))
        .filter(policy -> Arrays.equals(policy.sha256().bytes(), name.getSha256().bytes()))
        .findFirst();
  }

  /** Whoever was judged by a policy was so after it was published: a look now will find it. */
  private Optional<Policy> published(PolicyRef name, Policy chosen) {
    PolicyLog log = new PolicyLog(installation.kafka(), registry, installation.topics());
    return new KnownPolicies(chosen, log.read())
        .find(name)
        .fold(Optional::of, faults -> Optional.empty());
  }

  /** Where the parts say how they are, and scorers what they remember. */
  public HealthEndpoint endpoint(InetSocketAddress address, List<? extends Running> parts) {
    HealthEndpoint endpoint = HealthEndpoint.start(address, meters, parts);
    endpoint.show(
        "/topology",
        () -> ScorerPicture.of(installation, registry).text(),
        () -> ScorerPicture.of(installation, registry).svg());
    parts.stream()
        .filter(Scorer.class::isInstance)
        .map(Scorer.class::cast)
        .forEach(scorer -> AuthorQueries.offer(endpoint, installation, scorer));
    return endpoint;
  }

  /** A scorer that may learn of everybody. */
  public ScorerSettings scorerSettings(Path stateDirectory) {
    Config.Scorer scorer = config.scorer();
    return new ScorerSettings(
        scorerGroup(installation),
        scorer.instance(),
        stateDirectory,
        scorer.threads(),
        StoreKind.valueOf(scorer.store().name()),
        scorer.commitInterval(),
        scorer.properties().values());
  }

  /**
   * A scorer by the active policy.
   *
   * @param policy judges where none is active
   */
  public Scorer scorer(Policy policy, Path stateDirectory) {
    Predicate<String> forgotten =
        ForgottenAuthors.whenAsked(installation.kafka(), registry, installation.topics());
    return Scorer.start(
        scorerSettings(stateDirectory).without(forgotten),
        policy,
        installation.kafka(),
        registry,
        installation.topics(),
        meters);
  }
}
