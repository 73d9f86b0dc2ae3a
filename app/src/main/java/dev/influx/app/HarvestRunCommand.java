package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.config.Durations;
import dev.influx.app.pipe.SeedLists;
import dev.influx.harvester.HarvestProgress;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.RunningHarvester;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.schedule.Cadence;
import dev.influx.lists.seeds.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Asks for the seeds now, and again before their answers are too old. */
@Command(
    name = "run",
    header = "Asks X, or a simulator, for every seed, again and again.",
    description = {
      "Needs a bearer token: in the variable INFLUX_API_TOKEN, or in a file that",
      "harvest.api.token_file names. X charges for every author that it returns, once",
      "a day. Every author is asked for once in --max-age; with a budget, what is left",
      "of it each day goes to those who are worth most and change most. Whom a stopped",
      "run has asked for is not asked for again too early: harvest.state_dir has it."
    },
    footer = {
      "  influx harvest run",
      "  influx harvest run --once --seeds my-seeds.csv",
      "  influx harvest run --max-age 12h --max-cost 25",
      "  influx harvest run --simulator http://127.0.0.1:8090"
    })
final class HarvestRunCommand implements Callable<Integer> {
  private static final int EARLIEST = 4;
  private static final int GAPS = 100;

  private final Session session;

  @Mixin private HarvestOptions options;

  @Mixin private LimitOptions limits;

  @Option(
      names = "--seeds",
      paramLabel = "FILE",
      description = "A seed list, or a directory of them; may be repeated. Default: harvest.seeds.")
  private List<Path> places = new ArrayList<>();

  @Option(
      names = "--max-age",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "No answer gets older, if limits and budget allow. Default: harvest.max_age.")
  private Duration maxAge;

  @Option(
      names = "--skip-unchanged",
      description = "Publish nothing of whom the same was published on the same UTC day.")
  private boolean skipUnchanged;

  @Option(names = "--once", description = "Stop when everybody was asked for who is due.")
  private boolean once;

  HarvestRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Config.Harvest harvest = session.config().harvest();
    HarvesterSettings settings = settings(harvest);
    List<Seed> seeds =
        options
            .simulator()
            .map(SeedLists::fetch)
            .orElseGet(() -> SeedLists.read(places.isEmpty() ? harvest.seeds() : places));
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

  private HarvesterSettings settings(Config.Harvest harvest) {
    Duration greatest = Optional.ofNullable(maxAge).orElse(harvest.maxAge());
    Duration least = options.isBounded() ? greatest.dividedBy(EARLIEST) : greatest;
    HarvesterSettings settings =
        options
            .settings(harvest, limits, Budget.Span.UTC_DAY)
            .withCadence(new Cadence(greatest, least, greatest.dividedBy(GAPS)))
            .withJournal(options.journal(harvest));
    HarvesterSettings told = skipUnchanged ? settings.skippingRepeats() : settings;
    return once ? told.onlyOnce() : told;
  }

  /** {@code 24h}. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(Durations.FORM);
      }
    }
  }
}
