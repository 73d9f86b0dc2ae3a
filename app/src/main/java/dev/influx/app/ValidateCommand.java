package dev.influx.app;

import dev.influx.app.evaluate.Origin;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.validator.files.FileOrigin;
import dev.influx.validator.files.FileValidation;
import dev.influx.validator.files.Judges;
import dev.influx.validator.files.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

/** Checks published lists, and other files of authors, by themselves. */
@Command(
    name = "validate",
    header = "Checks files of authors: schema, gates, duplicates, order, manifest.",
    description = {
      "Reads a published list, a file of the system before influx, or X user",
      "objects, one JSON value a line. Every author is held against the schema and",
      "judged again by the gates; no score and no flag in the file is believed.",
      "Writes every violation with line, id, code and reason, and how many there",
      "are of each code. With json, that is an object a violation with the keys",
      "file line id severity code where reason, and one with the key summary."
    },
    footer = {
      "  influx validate data/latest.jsonl --manifest data/manifest.json",
      "  influx validate --strict authors.jsonl.gz more.jsonl.zst",
      "  zcat authors.jsonl.gz | influx validate --format json - | tail -n 1",
      "  influx validate --policy m2@2 users.jsonl"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to check, packed (gzip, zstd) or not; - is standard input.")
  private List<Path> files;

  @Option(
      names = "--manifest",
      paramLabel = "M",
      description = "The manifest that describes the file; there is only one then.")
  private Path manifest;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = {
        "The policy to judge by: an id, or a file. Default:",
        "what a record names, or scorer.policy."
      })
  private String policy;

  @Option(
      names = "--strict",
      description = "Fail on warnings too: unknown keys, earlier shapes, what is flagged.")
  private boolean strict;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many of each code the table shows. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "When authors were seen that do not say it. Default: now.")
  private Instant asOf = Instant.now();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 0) {
      throw new ParameterException(spec.commandLine(), "--limit is followed by a negative number");
    }
    if (manifest != null && files.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--manifest describes one file only");
    }
    try {
      return validate().code();
    } catch (UnableToReadInputException e) {
      // What cannot be read says nothing of what is in it: not 1, and not 3.
      new Failures(session).report(e);
      return ExitCode.USAGE.code();
    }
  }

  private ExitCode validate() throws InterruptedException {
    FileValidation validation = new FileValidation(judges(), EvaluationInputs.scratch());
    Optional<Manifest> stated = Optional.ofNullable(manifest).map(this::read);
    EvaluationInputs inputs = new EvaluationInputs(session.surroundings(), files, asOf);
    EvaluationProgress progress =
        new EvaluationProgress(
            session.err(), Boolean.getBoolean("influx.terminal"), inputs::percent);
    ValidationReport report = ValidationReport.of(format, limit);
    try (ValidationWriter writer = ValidationWriter.begin(session, report, progress)) {
      inputs.readAll(
          (origin, content) -> validate(validation, origin, content, stated, writer),
          writer::wanted);
      writer.end();
      return writer.isClean(strict) ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }
  }

  private static void validate(
      FileValidation validation,
      Origin origin,
      InputStream content,
      Optional<Manifest> manifest,
      ValidationWriter writer)
      throws IOException, InterruptedException {
    FileOrigin file = new FileOrigin(origin.file(), origin.uri(), origin.asOf());
    writer.begin(origin.file());
    writer.end(validation.run(file, content, manifest, writer));
  }

  private Judges judges() {
    Policies known = Policies.bundled();
    Policy chosen = new PolicyChoice(session).find(policy);
    return policy == null ? Judges.byRecord(known, chosen) : Judges.always(known, chosen);
  }

  private Manifest read(Path file) {
    try {
      return Manifest.read(Files.readAllBytes(session.surroundings().directory().resolve(file)));
    } catch (NoSuchFileException e) {
      throw new UnableToReadInputException(
          file, "there is no such file", "check the path of the manifest", e);
    } catch (IOException e) {
      throw new UnableToReadInputException(
          file, "it is no manifest: " + e.getMessage(), "name the manifest of the file", e);
    }
  }
}
