package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.pipe.Installation;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.errand.ListSource;
import dev.influx.harvester.errand.RunDirectory;
import dev.influx.schemas.wire.Registry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks once more for those who are in the list. */
@Command(
    name = "refresh",
    header = "Asks X once more for accepted authors whose profile is old.",
    description = {
      "They are asked for by their id, whatever they are called by now. Who is gone or",
      "suspended leaves the list."
    },
    footer = {
      "  influx harvest refresh",
      "  influx harvest refresh --older-than 12h --max-cost 5",
      "  influx harvest refresh --older-than 0s --format json"
    })
final class HarvestRefreshCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HarvestOptions options;

  @Mixin private LimitOptions limits;

  @Option(
      names = "--older-than",
      paramLabel = "TIME",
      converter = HarvestRunCommand.DurationConverter.class,
      description = "Only authors who were seen before that. Default: harvest.max_age.")
  private Duration olderThan;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "Of the summary, one of ${COMPLETION-CANDIDATES}.")
  private Format format;

  HarvestRefreshCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Config.Harvest harvest = session.config().harvest();
    HarvesterSettings settings = options.settings(harvest, limits, Budget.Span.RUN);
    Installation installation = Installation.of(session.config());
    installation.requireTopics();
    Instant now = Instant.now();
    Instant before = now.minus(Optional.ofNullable(olderThan).orElse(harvest.maxAge()));
    ListSource authors = new ListSource();
    try (Registry registry = installation.registry()) {
      ListedAuthors listed = ListedAuthors.read(installation, registry);
      authors.with(ListedAuthors.SOURCE, () -> listed.seenBefore(before));
    }
    Path runs = ListRun.runs(harvest);
    try (RunDirectory directory = ListRun.begin(runs, settings, now, authors)) {
      if (directory.description().accepted() == 0) {
        session.err().println("nobody in the list was seen before " + before);
        directory.finish();
        return ExitCode.OK.code();
      }
      OverBudgetException.requireEnough(directory, settings.budget());
      return new ListRun(session, directory, settings, format).run().code();
    }
  }
}
