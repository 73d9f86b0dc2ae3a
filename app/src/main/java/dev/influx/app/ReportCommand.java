package dev.influx.app;

import dev.influx.app.config.ConfigResult;
import dev.influx.app.evaluate.FileClashes;
import dev.influx.app.evaluate.FileEvaluation;
import dev.influx.app.evaluate.Origin;
import dev.influx.app.pipe.Installation;
import dev.influx.app.report.Appraised;
import dev.influx.app.report.Appraiser;
import dev.influx.app.report.LiveList;
import dev.influx.app.report.PolicyName;
import dev.influx.app.report.PublishedFile;
import dev.influx.app.report.Report;
import dev.influx.app.report.Report.Source.Kind;
import dev.influx.app.report.Tally;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.wire.Registry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The figures of many authors, and how they differ between two policies. */
@Command(
    name = "report",
    header = "Shows how the scores of many authors are distributed, and compares policies.",
    description = {
      "Reads what influx evaluate reads and judges it; or a published latest.jsonl;",
      "or, told live, the accepted and rejected authors of the configured cluster,",
      "or of the influx up that runs on sink.data_dir. Verdicts and scores that are",
      "on record stand as they are, unless --policy judges their authors again."
    },
    footer = {
      "  influx report users.jsonl",
      "  influx report data/latest.jsonl",
      "  influx report live --format json",
      "  influx report users.jsonl --policy m2@1 --against m2@2 --top 20"
    })
final class ReportCommand implements Callable<Integer> {
  private static final Path LIVE = Path.of("live");

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|live",
      description = "Files, packed (gzip, zstd) or not; - is standard input.")
  private List<Path> files;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = {
        "The policy to judge by: an id, or a file.",
        "Default: scorer.policy, or what is on record."
      })
  private String policy;

  @Option(
      names = "--against",
      paramLabel = "Q",
      description = "Show as well what this policy does otherwise.")
  private String against;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = {
        "When user objects were fetched; ages count up to it.",
        "Default: now. Lists and topics say it themselves."
      })
  private Instant asOf = Instant.now();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many to name at each end. Default: ${DEFAULT-VALUE}.")
  private int few;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (few < 0) {
      throw new ParameterException(spec.commandLine(), "--top is followed by a negative number");
    }
    if (files.contains(LIVE) && files.size() > 1) {
      throw new ParameterException(spec.commandLine(), "live is named together with files");
    }
    Report report = report();
    switch (format) {
      case TABLE -> new ReportTable(report).lines().forEach(session.out()::println);
      case JSON -> session.printJson(ReportJson.of(report));
    }
    return (report.badLines() == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private Report report() throws InterruptedException, IOException {
    PolicyChoice choice = new PolicyChoice(session);
    Optional<Policy> other = Optional.ofNullable(against).map(choice::find);
    Appraiser appraiser = new Appraiser(choice.find(policy), policy != null, other);
    Tally tally = new Tally(few, other.map(PolicyName::of));
    if (files.contains(LIVE)) {
      readLive(appraiser, tally);
    } else {
      readFiles(appraiser, tally);
    }
    return tally.report();
  }

  private void readFiles(Appraiser appraiser, Tally tally) throws InterruptedException {
    try (EvaluationInputs inputs =
            EvaluationInputs.toReadTwice(session.surroundings(), files, asOf);
        LongReading<Appraised> reading =
            LongReading.begin(session, tally::add, tally::bad, inputs::percent);
        FileClashes clashes = new FileClashes(EvaluationInputs.scratch(), reading::compared)) {
      inputs.readAll((origin, content) -> compare(origin, content, clashes), () -> true);
      FileEvaluation<Appraised> users = new FileEvaluation<>(appraiser::observed, reading, clashes);
      PublishedFile list = new PublishedFile(appraiser, reading);
      inputs.readAll(
          (origin, content) -> tally.read(origin.file(), read(origin, content, users, list)),
          () -> true);
    }
  }

  /** The authors of a published list were compared when they were judged. */
  private static void compare(Origin origin, InputStream content, FileClashes clashes)
      throws IOException, InterruptedException {
    BufferedInputStream lines = new BufferedInputStream(content);
    if (!PublishedFile.begins(lines)) {
      clashes.read(origin, lines);
    }
  }

  private static Kind read(
      Origin origin, InputStream content, FileEvaluation<Appraised> users, PublishedFile list)
      throws IOException, InterruptedException {
    BufferedInputStream lines = new BufferedInputStream(content);
    if (PublishedFile.begins(lines)) {
      list.run(origin, lines);
      return Kind.PUBLISHED;
    }
    users.run(origin, lines);
    return Kind.USERS;
  }

  private void readLive(Appraiser appraiser, Tally tally) throws IOException {
    Installation installation = installation();
    installation.requireTopics();
    try (Registry registry = installation.registry();
        LongReading<Appraised> reading =
            LongReading.begin(session, tally::add, tally::bad, () -> -1)) {
      registry.ping();
      new LiveList(installation, registry, appraiser, reading).run();
      tally.read(installation.kafka().bootstrapServers(), Kind.LIVE);
    }
  }

  private Installation installation() {
    ConfigResult.Loaded loaded = session.load();
    Path data = session.surroundings().directory().resolve(loaded.config().sink().dataDir());
    return Installation.running(loaded, data);
  }
}
