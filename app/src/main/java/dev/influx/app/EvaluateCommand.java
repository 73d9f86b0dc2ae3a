package dev.influx.app;

import dev.influx.app.EvaluationReport.Row;
import dev.influx.app.evaluate.Drafts;
import dev.influx.app.evaluate.Evaluated;
import dev.influx.app.evaluate.FileClashes;
import dev.influx.app.evaluate.FileEvaluation;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verdicts and scores for files, without a broker. */
@Command(
    name = "evaluate",
    header = "Scores files of X user objects offline, with the code that the pipe runs.",
    description = {
      "Reads one JSON value a line: a user object of the X API, or an envelope with",
      "one or many under data. An extra key domain names the domain that a person",
      "assigned. Users of all files are compared with each other first: copies and",
      "handles that others hold are refused. Writes one object per user with the",
      "keys id handle verdict codes score activity quality relevance score_version,",
      "in the order of the input; null where a model has no such part."
    },
    footer = {
      "  influx evaluate users.jsonl",
      "  zcat users-*.gz | influx evaluate - | head",
      "  influx evaluate --policy m0 --format table users.jsonl more.jsonl",
      "  influx evaluate --as-of 2025-11-28T00:00:00Z users.jsonl"
    })
final class EvaluateCommand implements Callable<Integer> {
  /** Of the memory there is, a fifth or so for rows that may be all there is to say. */
  private static final int BYTES_A_DRAFT = 1_500;

  private static final int MOST_DRAFTS = 200_000;

  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to evaluate, packed (gzip, zstd) or not; - is standard input.")
  private List<Path> files;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "The policy to judge by: an id, or a file. Default: scorer.policy.")
  private String policy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "One of ${COMPLETION-CANDIDATES}; json is an object a line.")
  private Format format;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = {
        "The instant at which the users were fetched; ages count up to it. An extra",
        "key fetched_at in a user says so for that one. Default: now."
      })
  private Instant asOf = Instant.now();

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Evaluator evaluator = Evaluator.withoutLanguages(new PolicyChoice(session).find(policy));
    EvaluationReport report = EvaluationReport.of(format);
    Function<History, Row> judging = author -> report.row(Evaluated.of(evaluator.judge(author)));
    try (EvaluationInputs inputs = inputs()) {
      EvaluationProgress progress = EvaluationProgress.on(session, inputs::percent);
      Path scratch = EvaluationInputs.scratch();
      try (FileClashes clashes = new FileClashes(scratch, progress::compare);
          EvaluationWriter writer = EvaluationWriter.begin(session, report, progress)) {
        evaluate(inputs, judging, clashes, writer);
        writer.end();
        return (writer.allGood() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
      }
    }
  }

  /** One reading is enough where nobody claims what others claim, as in most files. */
  private static void evaluate(
      EvaluationInputs inputs,
      Function<History, Row> judging,
      FileClashes clashes,
      EvaluationWriter writer)
      throws InterruptedException {
    Drafts<Row> drafts = new Drafts<>(mostDrafts());
    inputs.readAll((origin, in) -> clashes.read(origin, in, judging, drafts), writer::wanted);
    if (!drafts.handTo(writer, clashes)) {
      inputs.readAll(new FileEvaluation<>(judging, writer, clashes)::run, writer::wanted);
    }
  }

  private static int mostDrafts() {
    return (int) Math.min(MOST_DRAFTS, Runtime.getRuntime().maxMemory() / BYTES_A_DRAFT);
  }

  private EvaluationInputs inputs() {
    return EvaluationInputs.toReadTwice(session.surroundings(), files, asOf);
  }
}
