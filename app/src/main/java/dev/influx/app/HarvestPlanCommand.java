package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.pipe.SeedLists;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.budget.Pace;
import dev.influx.harvester.budget.Prices;
import dev.influx.harvester.forecast.Estimate;
import dev.influx.harvester.forecast.Feasibility;
import dev.influx.harvester.forecast.Limits;
import dev.influx.harvester.forecast.Work;
import dev.influx.lists.seeds.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What harvesting would take. */
@Command(
    name = "plan",
    header = "Says what harvesting takes, before anything is asked or paid.",
    description = {
      "Of a list: the requests, what they cost at most, and how long they take. Of the",
      "seeds, also whether everybody can be asked for again in time. Needs neither a",
      "token nor a broker. The exit code is 4 if budget or limits do not allow it."
    },
    footer = {
      "  influx harvest plan",
      "  influx harvest plan --max-age 12h --max-cost 50",
      "  influx harvest plan --handles-file handles.txt --limit 300/15m --format json"
    })
final class HarvestPlanCommand implements Callable<Integer> {
  /** What X takes to answer; only where there is no limit does it matter. */
  private static final Duration ROUND_TRIP = Duration.ofMillis(500);

  private final Session session;

  @Mixin private HarvestOptions options;

  @Option(
      names = "--handles-file",
      paramLabel = "FILE",
      description = "A list that is to be asked for once; may be repeated.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "FILE",
      description = "Seed lists that are to be looked after. Default: harvest.seeds.")
  private List<Path> places = new ArrayList<>();

  @Option(
      names = "--max-age",
      paramLabel = "TIME",
      converter = HarvestRunCommand.DurationConverter.class,
      description = "No answer is to get older. Default: harvest.max_age.")
  private Duration maxAge;

  @Option(
      names = "--limit",
      paramLabel = "N/TIME",
      defaultValue = "300/15m",
      converter = RequestLimitConverter.class,
      description = "Requests that X allows each endpoint. Default: ${DEFAULT-VALUE}.")
  private RequestLimitConverter.PerWindow limit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  HarvestPlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Config.Harvest harvest = session.config().harvest();
    boolean once = !files.isEmpty();
    PlannedAuthors authors =
        once
            ? PlannedAuthors.ofLists(session, files)
            : PlannedAuthors.ofSeeds(seeds(harvest), options.journal(harvest));
    Pace.Bounds bounds = options.bounds(harvest);
    Work work =
        new Work(
            authors.byId(), authors.byHandle(), bounds.batchSize(), bounds.parallel(), ROUND_TRIP);
    Budget budget = options.budget(once ? Budget.Span.RUN : Budget.Span.UTC_DAY);
    Limits limits = limit.limits();
    Estimate estimate = Estimate.of(work, 0, limits, budget.whole(Prices.DEFAULT));
    Duration age = Optional.ofNullable(maxAge).orElse(harvest.maxAge());
    Optional<Feasibility> again =
        once
            ? Optional.empty()
            : Optional.of(Feasibility.of(work, limits, budget.whole(Prices.DEFAULT).users(), age));
    HarvestPlanReport report =
        new HarvestPlanReport(authors, work, limit.toString(), estimate, again, age);
    switch (format) {
      case TABLE -> report.lines().forEach(session.out()::println);
      case JSON -> session.printJson(report.json());
    }
    return (report.isPossible() ? ExitCode.OK : ExitCode.OVER_LIMIT).code();
  }

  private List<Seed> seeds(Config.Harvest harvest) {
    return options
        .simulator()
        .map(SeedLists::fetch)
        .orElseGet(() -> SeedLists.read(places.isEmpty() ? harvest.seeds() : places));
  }
}
