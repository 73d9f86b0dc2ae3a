package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.SeedLists;
import dev.influx.app.pipe.StopSignal;
import dev.influx.app.pipe.Wiring;
import dev.influx.harvester.HarvestProgress;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.RunningHarvester;
import dev.influx.harvester.errand.Counterpart;
import dev.influx.harvester.errand.ListSource;
import dev.influx.harvester.errand.RunDirectory;
import dev.influx.harvester.plan.Occasion;
import dev.influx.lists.seeds.Seed;
import dev.influx.runtime.Explained;
import dev.influx.runtime.HealthEndpoint;
import dev.influx.schemas.wire.Registry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks for everybody on the list of a run, shows how far it is, and sums it up. */
final class ListRun {
  private static final Duration TICK = Duration.ofMillis(100);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Session session;
  private final RunDirectory directory;
  private final HarvesterSettings settings;
  private final Format format;
  private final long started = System.nanoTime();

  ListRun(Session session, RunDirectory directory, HarvesterSettings settings, Format format) {
    this.session = session;
    this.directory = directory;
    this.settings = settings.withJournal(directory.journal());
    this.format = format;
  }

  /** Where runs are kept. */
  static Path runs(Config.Harvest harvest) {
    return harvest.stateDir().resolve("runs");
  }

  /** Begins a run that nobody has begun yet. */
  static RunDirectory begin(Path runs, HarvesterSettings settings, Instant now, ListSource lists) {
    return RunDirectory.create(runs, newId(now), now, asked(settings), lists);
  }

  /** Whom a harvester with these settings asks. */
  static Counterpart asked(HarvesterSettings settings) {
    return Counterpart.of(settings.kind(), settings.api().baseUrl());
  }

  /** A name that sorts by time and that two runs of the same second do not share. */
  private static String newId(Instant now) {
    byte[] random = new byte[2];
    RANDOM.nextBytes(random);
    return STAMP.format(now) + "-" + HexFormat.of().formatHex(random);
  }

  ExitCode run() throws Exception {
    if (directory.description().accepted() + directory.description().rejected() == 0) {
      throw new Explained(
          "there is nobody to ask for", "the lists are empty", "name a list with handles", null);
    }
    Installation installation = Installation.of(session.config());
    installation.requireTopics();
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (StopSignal signal = StopSignal.install();
        Registry registry = installation.registry();
        RunningHarvester harvester = start(installation, registry, meters);
        AutoCloseable endpoint = endpoint(meters, harvester)) {
      return watch(harvester, signal);
    }
  }

  private RunningHarvester start(
      Installation installation, Registry registry, PrometheusMeterRegistry meters) {
    session.err().println("run " + directory.description().id() + " begins; Ctrl-C stops it");
    return new Wiring(session.config(), installation, registry, meters)
        .harvester()
        .run(settings, directory.errand(known(installation, registry)));
  }

  /** What seeds say of an author, or what was said of those in the list. */
  private Function<String, List<Occasion>> known(Installation installation, Registry registry) {
    if (ListedAuthors.areIn(directory.description())) {
      return ListedAuthors.read(installation, registry).occasions();
    }
    Map<String, List<Occasion>> bySeed = new HashMap<>();
    for (Seed seed : SeedLists.read(session.config().harvest().seeds())) {
      bySeed.computeIfAbsent(seed.key(), key -> new ArrayList<>()).add(Occasion.of(seed));
    }
    return key -> bySeed.getOrDefault(key, List.of());
  }

  private AutoCloseable endpoint(PrometheusMeterRegistry meters, RunningHarvester harvester) {
    return session
        .config()
        .http()
        .address()
        .<AutoCloseable>map(address -> HealthEndpoint.start(address, meters, List.of(harvester)))
        .orElse(() -> {});
  }

  private ExitCode watch(RunningHarvester harvester, StopSignal signal)
      throws InterruptedException {
    HarvestProgressLine line = HarvestProgressLine.on(session);
    boolean stopped = false;
    while (!stopped && !harvester.end().toCompletableFuture().isDone()) {
      line.show(harvester.progress());
      stopped = signal.await(TICK);
    }
    harvester.close();
    line.clear();
    HarvestProgress progress = harvester.progress();
    Optional<Explained> failure = harvester.failure();
    boolean whole = !stopped && failure.isEmpty() && progress.allReached();
    if (whole) {
      directory.finish();
    }
    report(progress, whole);
    failure.ifPresent(ListRun::raise);
    if (stopped) {
      return ExitCode.INTERRUPTED;
    }
    progress.requireSuccess();
    return ExitCode.OK;
  }

  private static void raise(Explained failure) {
    throw failure;
  }

  private void report(HarvestProgress progress, boolean whole) {
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    HarvestSummary summary = new HarvestSummary(directory.description(), progress, took, whole);
    switch (format) {
      case TABLE -> summary.lines().forEach(session.out()::println);
      case JSON -> session.printJson(summary.json());
    }
    if (!whole) {
      session.err().println("go on with: influx harvest resume " + directory.description().id());
    }
  }
}
