package dev.influx.app;

import dev.influx.app.seeds.JudgedAuthor;
import dev.influx.app.seeds.SeedStatistics;
import dev.influx.lists.seeds.Seed;
import dev.influx.lists.targets.DomainTargets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the seeds stand beside what is wanted. */
@Command(
    name = "stats",
    header = "Counts seeds and accepted authors of each domain beside its target.",
    description = {
      "Who is accepted is unknown unless --accepted says where to look. A share is",
      "that of the seeds in the fewest authors that will do; gaps are those of the",
      "accepted ones."
    },
    footer = {
      "  influx seeds stats",
      "  influx seeds stats --accepted data/latest.jsonl",
      "  influx seeds stats --accepted live --format json"
    })
final class SeedsStatsCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--accepted",
      paramLabel = "FILE|live",
      description =
          "Who is in the list: a published one, or live, the topics of "
              + "the configured cluster or of the influx up on sink.data_dir.")
  private Path accepted;

  @Option(
      names = "--seeds",
      paramLabel = "FILE|DIR",
      description = "Seed lists; may be repeated. Default: where the lists are.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = "--targets",
      paramLabel = "FILE",
      description =
          "How many are wanted. Default: targets.yml beside the seeds, or "
              + "those that come with influx.")
  private Path targets;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  SeedsStatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    SeedPlaces places = SeedPlaces.of(session, named);
    DomainTargets wanted = places.targets(targets);
    List<Seed> seeds =
        places.read().orElseThrow(faults -> SeedPlaces.faulty("the seed lists", faults));
    Optional<List<JudgedAuthor>> judged =
        accepted == null ? Optional.empty() : Optional.of(new JudgedSource(session).read(accepted));
    SeedStatistics statistics = SeedStatistics.of(wanted, seeds, judged);
    switch (format) {
      case TABLE -> SeedStatisticsView.table(statistics).forEach(session.out()::println);
      case JSON -> session.printJson(SeedStatisticsView.object(statistics));
    }
    return ExitCode.OK.code();
  }
}
