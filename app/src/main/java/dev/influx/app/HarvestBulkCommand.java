package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.errand.ListSource;
import dev.influx.harvester.errand.RunDescription;
import dev.influx.harvester.errand.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks once for everybody on a list. */
@Command(
    name = "bulk",
    header = "Asks X once for everybody on a list.",
    description = {
      "A line of the list is a handle, an id, the address of a profile, or a JSON",
      "object with one of them; a table needs a column handle, username or id. Each",
      "author ends found, not_found, suspended, forbidden, unavailable, invalid or",
      "unaccounted. Who is found goes to the raw topic, all others to the outcomes. A",
      "run that was stopped goes on with: influx harvest resume"
    },
    footer = {
      "  influx harvest bulk --handles-file handles.txt",
      "  influx harvest bulk --handles-file authors.csv --max-cost 20 --format json",
      "  influx harvest bulk --handles-file handles.txt --simulator http://127.0.0.1:8090"
    })
final class HarvestBulkCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HarvestOptions options;

  @Mixin private LimitOptions limits;

  @Option(
      names = "--handles-file",
      paramLabel = "FILE",
      required = true,
      description = "A list; may be repeated. - is standard input.")
  private List<Path> files;

  @Option(
      names = "--force",
      description = "Begin anew, although a run over the same lists was not finished.")
  private boolean force;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "Of the summary, one of ${COMPLETION-CANDIDATES}.")
  private Format format;

  HarvestBulkCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Config.Harvest harvest = session.config().harvest();
    HarvesterSettings settings = options.settings(harvest, limits, Budget.Span.RUN);
    Path runs = ListRun.runs(harvest);
    try (RunDirectory directory = ListRun.begin(runs, settings, Instant.now(), lists())) {
      if (!force) {
        requireNoneUnfinished(runs, directory);
      }
      OverBudgetException.requireEnough(directory, settings.budget());
      return new ListRun(session, directory, settings, format).run().code();
    }
  }

  private ListSource lists() {
    ListSource lists = new ListSource();
    for (Path file : files) {
      if (file.toString().equals("-")) {
        lists.with("stdin", session.surroundings()::in);
      } else {
        lists.with(file.toString(), () -> open(file));
      }
    }
    return lists;
  }

  private InputStream open(Path file) {
    try {
      return Files.newInputStream(session.surroundings().directory().resolve(file));
    } catch (IOException e) {
      throw new UnableToReadInputException(file, e.toString(), "name a list that is there", e);
    }
  }

  private static void requireNoneUnfinished(Path runs, RunDirectory begun) {
    Optional<RunDescription> unfinished =
        RunDirectory.all(runs).stream()
            .filter(run -> !run.finished() && !run.id().equals(begun.description().id()))
            .filter(run -> run.sources().equals(begun.description().sources()))
            .filter(run -> run.asked().equals(begun.description().asked()))
            .findFirst();
    if (unfinished.isPresent()) {
      begun.discard();
      throw new UnfinishedRunException(unfinished.get().id());
    }
  }
}
