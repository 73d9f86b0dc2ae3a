package dev.influx.app;

import dev.influx.app.pipe.Installation;
import dev.influx.harvester.imports.Import;
import dev.influx.harvester.imports.ImportCounts;
import dev.influx.harvester.imports.ImportSource;
import dev.influx.harvester.publish.ImportPublisher;
import dev.influx.harvester.publish.Origin;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.runtime.compliance.ForgottenWatch;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.wire.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts profiles that somebody fetched before where those of the harvester are. */
@Command(
    name = "import",
    header = "Imports profiles that you already have.",
    description = {
      "Reads user objects of the X API, one or many in a value, bare or in the",
      "envelopes that tools save them in, whatever the line breaks. Users become",
      "observations; who was asked for and not found becomes an outcome; what cannot",
      "be a user of X goes to the dead-letter topic with the reason, and the exit",
      "code is 3. To import a file a second time changes nothing."
    },
    footer = {
      "  influx harvest import --as-of 2025-11-28T00:00:00Z users.jsonl",
      "  influx harvest import --dry-run --format json saved/*.json.gz",
      "  zcat users-*.gz | influx harvest import --as-of 2025-11-28T00:00:00Z -"
    })
final class HarvestImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to import, packed (gzip, zstd) or not; - is standard input.")
  private List<Path> files;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = {
        "The instant at which the users were fetched who have no key fetched_at.",
        "There is no default: the date of a file says when it was copied."
      })
  private Instant asOf;

  @Option(names = "--dry-run", description = "Only say what would become of them; needs no broker.")
  private boolean dryRun;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  HarvestImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    String runId = UUID.randomUUID().toString();
    if (dryRun) {
      return run(records -> {}, runId, ForgottenWatch.of(ForgottenAuthors.none()));
    }
    Installation installation = Installation.of(session.config());
    installation.requireTopics();
    try (Registry registry = installation.registry();
        ImportPublisher publisher =
            ImportPublisher.open(
                installation.kafka(), registry, installation.topics(), Origin.ofImport(runId))) {
      return run(
          publisher::publish,
          runId,
          ForgottenWatch.of(installation.kafka(), registry, installation.topics()));
    }
  }

  private int run(ImportWriter.Destination destination, String runId, ForgottenWatch forgotten)
      throws InterruptedException {
    try (EvaluationInputs inputs =
        EvaluationInputs.toDigestAndRead(session.surroundings(), files, asOf)) {
      Map<String, Sha256> digests = inputs.digests();
      ImportProgress progress = ImportProgress.on(session, inputs::percent);
      ImportWriter writer = new ImportWriter(session.err(), progress, destination);
      Import imported = new Import(writer, Clock.systemUTC(), runId, forgotten);
      inputs.readAll(
          (origin, content) ->
              imported.read(
                  new ImportSource(
                      origin.file(),
                      origin.uri(),
                      digests.get(origin.uri()),
                      Optional.ofNullable(asOf)),
                  content),
          () -> true);
      progress.clear();
      return finish(imported.counts());
    }
  }

  private int finish(ImportCounts counts) {
    switch (format) {
      case TABLE -> ImportReport.table(counts, dryRun).forEach(session.out()::println);
      case JSON -> session.printJson(ImportReport.json(counts, dryRun));
    }
    return (counts.allQuarantined() == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }
}
