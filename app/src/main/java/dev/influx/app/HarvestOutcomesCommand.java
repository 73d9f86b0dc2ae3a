package dev.influx.app;

import dev.influx.app.pipe.Installation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who was asked for and not found. */
@Command(
    name = "outcomes",
    header = "Shows who was asked for and not found, and why.",
    description = "As it stands in the topic of outcomes: who is found later is taken out of it.",
    footer = {
      "  influx harvest outcomes",
      "  influx harvest outcomes --only suspended",
      "  influx harvest outcomes --format json"
    })
final class HarvestOutcomesCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--only",
      paramLabel = "OUTCOME",
      description =
          "not_found, suspended, forbidden, unavailable, invalid or unaccounted; all otherwise.")
  private String only;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  HarvestOutcomesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    List<Map<String, Object>> outcomes =
        StandingOutcomes.read(Installation.of(session.config()), Optional.ofNullable(only));
    switch (format) {
      case TABLE -> {
        StandingOutcomes.table(outcomes).forEach(session.out()::println);
        session.err().println(StandingOutcomes.summary(outcomes));
      }
      case JSON -> session.printJson(outcomes);
    }
    return ExitCode.OK.code();
  }
}
