package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.errand.ListSource;
import dev.influx.harvester.errand.RunDescription;
import dev.influx.harvester.errand.RunDirectory;
import dev.influx.harvester.errand.Source;
import dev.influx.runtime.Explained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a run that was stopped. */
@Command(
    name = "resume",
    header = "Goes on with a run that was stopped.",
    description = {
      "Nobody who is done is asked for again, or paid for; who was unavailable is.",
      "Without a name, the latest run that is not finished."
    },
    footer = {
      "  influx harvest resume --list",
      "  influx harvest resume",
      "  influx harvest resume 20260303-100000-4f2a --max-cost 20"
    })
final class HarvestResumeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HarvestOptions options;

  @Mixin private LimitOptions limits;

  @Parameters(arity = "0..1", paramLabel = "RUN", description = "Which run.")
  private String run;

  @Option(names = "--list", description = "Only show the runs.")
  private boolean list;

  @Option(
      names = "--force",
      description = "Go on with the list as it was, although its file has changed.")
  private boolean force;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "Of the summary, one of ${COMPLETION-CANDIDATES}.")
  private Format format;

  HarvestResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Config.Harvest harvest = session.config().harvest();
    Path runs = ListRun.runs(harvest);
    if (list) {
      show(RunDirectory.all(runs));
      return ExitCode.OK.code();
    }
    HarvesterSettings settings = options.settings(harvest, limits, Budget.Span.RUN);
    try (RunDirectory directory = RunDirectory.open(runs, run == null ? latest(runs) : run)) {
      directory.description().requireSame(ListRun.asked(settings));
      if (!force) {
        requireSame(directory.description());
      }
      return new ListRun(session, directory, settings, format).run().code();
    }
  }

  private static String latest(Path runs) {
    return RunDirectory.all(runs).stream()
        .filter(each -> !each.finished())
        .map(RunDescription::id)
        .findFirst()
        .orElseThrow(
            () ->
                new Explained(
                    "there is no run to go on with",
                    "all runs in " + runs + " are finished",
                    "begin one with: influx harvest bulk",
                    null));
  }

  /** Somebody who changed a list will not expect that the list of before goes on. */
  private void requireSame(RunDescription description) throws IOException {
    for (Source source : description.sources()) {
      Path file = session.surroundings().directory().resolve(source.name());
      if (Files.isRegularFile(file) && !ListSource.fingerprint(file).equals(source.sha256())) {
        throw new Explained(
            "the list " + source.name() + " has changed since the run began",
            "its fingerprint is another one",
            "go on with the list as it was: --force; or begin anew: influx harvest bulk",
            null);
      }
    }
  }

  private void show(List<RunDescription> all) {
    if (format == Format.JSON) {
      session.printJson(all);
      return;
    }
    Table table = new Table("run", "begun", "authors", "state").rightAligned(2);
    for (RunDescription each : all) {
      table.add(
          each.id(),
          each.created(),
          String.format(Locale.ROOT, "%,d", each.accepted() + each.rejected()),
          each.finished() ? "finished" : "not finished");
    }
    table.lines().forEach(session.out()::println);
  }
}
