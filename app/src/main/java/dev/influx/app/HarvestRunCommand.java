package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.pipe.SeedLists;
import dev.influx.harvester.HarvestProgress;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.RunningHarvester;
import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.api.Dialect;
import dev.influx.lists.seeds.Seed;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Secret;
import dev.influx.schemas.SourceKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for the seeds now, and again on schedule. */
@Command(
    name = "run",
    header = "Asks X, or a simulator, for every seed, again and again.",
    description = {
      "Needs a bearer token: in the variable INFLUX_API_TOKEN, or in a file that",
      "harvest.api.token_file names. X charges for every author that it returns."
    },
    footer = {
      "  influx harvest run",
      "  influx harvest run --once --seeds my-seeds.csv",
      "  influx harvest run --simulator http://127.0.0.1:8090"
    })
final class HarvestRunCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--seeds",
      paramLabel = "FILE",
      description = "A seed list, or a directory of them; may be repeated. Default: harvest.seeds.")
  private List<Path> places = new ArrayList<>();

  @Option(
      names = "--simulator",
      paramLabel = "URL",
      description = "Ask this simulator, for the authors that it has; http is fine there.")
  private URI simulator;

  @Option(names = "--once", description = "Stop after one round.")
  private boolean once;

  HarvestRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Config.Harvest harvest = session.config().harvest();
    HarvesterSettings settings = settings(harvest);
    List<Seed> seeds = seeds(harvest);
    PartProcess<RunningHarvester> process =
        new PartProcess<>(
            session,
            wiring -> wiring.harvester(settings, seeds),
            harvester -> once && isOver(harvester.progress()));
    return process.run().code();
  }

  /** A round that did not reach everybody is no success. */
  private static boolean isOver(HarvestProgress progress) {
    if (!progress.firstRoundComplete()) {
      return false;
    }
    progress.requireAllReached();
    return true;
  }

  private List<Seed> seeds(Config.Harvest harvest) {
    if (simulator != null) {
      return SeedLists.fetch(simulator);
    }
    return SeedLists.read(places.isEmpty() ? harvest.seeds() : places);
  }

  private HarvesterSettings settings(Config.Harvest harvest) {
    Secret token = harvest.api().bearerToken().orElseThrow(HarvestRunCommand::noToken);
    String origin =
        harvest.api().token().isPresent() ? "INFLUX_API_TOKEN" : "harvest.api.token_file";
    URI base = simulator == null ? harvest.api().baseUrl() : simulator;
    boolean simulated = simulator != null;
    ApiSettings api =
        new ApiSettings(
            base, token, origin, Dialect.LEGACY, simulated, ApiSettings.DEFAULT_LONGEST_WAIT);
    SourceKind kind = simulated ? SourceKind.SIMULATOR : SourceKind.X_API;
    HarvesterSettings settings =
        HarvesterSettings.of(api, kind)
            .withBatchSize(harvest.batchSize())
            .withRefresh(harvest.refresh());
    return once ? settings.onlyOnce() : settings;
  }

  private static Explained noToken() {
    return new Explained(
        "the X API needs a token",
        "neither INFLUX_API_TOKEN nor harvest.api.token_file is set",
        "create a bearer token in the developer portal of X and put it into one of them;"
            + " without one, try: influx up",
        null);
  }
}
