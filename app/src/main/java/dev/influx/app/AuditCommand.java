package dev.influx.app;

import dev.influx.lists.policies.Policy;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.validator.audit.Question;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.review.KnownAuthors;
import dev.influx.validator.audit.review.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the gates by what people say of a sample. */
@Command(
    name = "audit",
    header = "Draws authors for people to review, and says how often the gates are wrong.",
    description = {
      "Judges what influx evaluate reads, or, told live, the authors in the topics,",
      "and draws a sample of those who reach the entry threshold and can be seen:",
      "half of them flagged, half clean. A reviewer writes right, wrong or unsure",
      "into the column label of the sheet: are the codes right, is it right that",
      "there are none? Sheets that come back give rates with 95 %% intervals."
    },
    footer = {
      "  influx audit users.jsonl --out review.csv",
      "  influx audit live --code organization --sample 200 --out review.csv",
      "  influx audit --reviewed review.csv",
      "  influx audit users.jsonl --labels labels.jsonl",
      "  influx audit users.jsonl --sample 10 | less"
    })
final class AuditCommand implements Callable<Integer> {
  private static final int MOST = 100_000;

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|live",
      description = "Files, packed (gzip, zstd) or not; - is standard input.")
  private List<Path> files = List.of();

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = {
        "Ask about this code only: whoever has it is flagged,",
        "whoever has not is clean. May be repeated. Default: all."
      })
  private List<String> codes = List.of();

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many authors to draw. Default: ${DEFAULT-VALUE}.")
  private int wanted;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed draws the same authors. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "SHEET",
      description = "Write the sheet to this file, as CSV.")
  private Path out;

  @Option(names = "--force", description = "Overwrite the file, and the labels in it.")
  private boolean force;

  @Option(
      names = "--reviewed",
      arity = "1..*",
      paramLabel = "SHEET",
      description = "Read these sheets of one audit back, and print the rates.")
  private List<Path> reviewed = List.of();

  @Option(
      names = "--labels",
      paramLabel = "LABELS",
      description = {
        "Print the rates of the code organization over all authors in this file:",
        "JSON lines with id and label (individual, organization or ambiguous)."
      })
  private Path labels;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "The policy to judge by: an id, or a file. Default: scorer.policy.")
  private String policy;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "When the users of a file were fetched. Default: now.")
  private Instant asOf = Instant.now();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "What to print: one of ${COMPLETION-CANDIDATES}.",
        "Default: table, or nothing with --out."
      })
  private View format;

  AuditCommand(Session session) {
    this.session = session;
  }

  /** How data is written to stdout. */
  enum View {
    TABLE,
    CSV,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    refuseNonsense();
    try {
      return perform().code();
    } catch (AuditFiles.UnconfirmedException e) {
      new Failures(session).report(e);
      return ExitCode.NEEDS_CONFIRMATION.code();
    } catch (AuditFiles.FaultyException e) {
      new Failures(session).report(e);
      return ExitCode.CHECK_FAILED.code();
    }
  }

  private ExitCode perform() throws InterruptedException, IOException {
    if (!reviewed.isEmpty()) {
      return printReview();
    }
    return labels == null ? draw() : holdAgainstLabels();
  }

  private ExitCode draw() throws InterruptedException, IOException {
    AuditFiles sheets = new AuditFiles(session);
    Optional<Path> sheet = Optional.ofNullable(out);
    sheet.filter(file -> !force).ifPresent(sheets::requireAbsent);
    Policy judging = new PolicyChoice(session).find(policy);
    Question question = new Question(judging.id(), judging.sha256().hex(), new TreeSet<>(codes));
    AuditTakers.Drawing drawing = new AuditTakers.Drawing(question, seed, wanted);
    boolean allGood = sources().readAll(Evaluator.withoutLanguages(judging), drawing);
    Sample sample = drawing.sample();
    sheet.ifPresent(file -> sheets.write(file, sample, force));
    print(sample);
    return allGood ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private void print(Sample sample) {
    boolean silent = format == null && out != null;
    if (silent || format == View.CSV || format == View.JSON) {
      SampleText.summary(sample).forEach(session.err()::println);
    }
    SampleText.warnings(sample).forEach(session.err()::println);
    if (!silent) {
      SampleOutput.print(session, sample, format == null ? View.TABLE : format);
    }
  }

  private ExitCode holdAgainstLabels() throws InterruptedException, IOException {
    KnownAuthors known = new AuditFiles(session).labels(labels);
    Policy judging = new PolicyChoice(session).find(policy);
    boolean allGood =
        sources().readAll(Evaluator.withoutLanguages(judging), new AuditTakers.Comparing(known));
    print(RatesReport.of(judging, known));
    return allGood ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private ExitCode printReview() {
    Optional<Policy> expected =
        Optional.ofNullable(policy).map(named -> new PolicyChoice(session).find(named));
    Review review = new AuditFiles(session).review(reviewed, expected);
    print(RatesReport.of(review));
    return ExitCode.OK;
  }

  private void print(RatesReport report) {
    if (format == View.JSON) {
      session.printJson(report.json());
    } else {
      report.lines().forEach(session.out()::println);
    }
  }

  private AuditSources sources() {
    return new AuditSources(session, files, asOf);
  }

  private void refuseNonsense() {
    if (!reviewed.isEmpty()) {
      refuseBeside("--reviewed", "--labels", "--as-of");
    }
    if (!reviewed.isEmpty() || labels != null) {
      String mode = labels == null ? "--reviewed" : "--labels";
      refuseBeside(mode, "--code", "--sample", "--seed", "--out", "--force");
      refuseIf(format == View.CSV, "--format csv is of no use with " + mode);
    }
    refuseIf(
        reviewed.isEmpty() && files.isEmpty(),
        "nothing is named to read: files, live, or sheets with --reviewed");
    refuseIf(!reviewed.isEmpty() && !files.isEmpty(), "files are named together with --reviewed");
    refuseIf(sources().areMixed(), "live is named together with files");
    refuseIf(wanted < 1 || wanted > MOST, "--sample is followed by no number from 1 to " + MOST);
    refuseIf(force && out == null, "--force is of use with --out only");
  }

  private void refuseBeside(String mode, String... options) {
    for (String option : options) {
      refuseIf(
          spec.commandLine().getParseResult().hasMatchedOption(option),
          option + " is of no use with " + mode);
    }
  }

  private void refuseIf(boolean nonsense, String why) {
    if (nonsense) {
      throw new ParameterException(spec.commandLine(), why);
    }
  }
}
