package dev.influx.app;

import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.Evaluated;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.app.evaluate.FileEvaluation;
import dev.influx.app.evaluate.Origin;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.scorer.evaluation.Evaluator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
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
      "assigned. Writes one object per user with the keys id handle verdict codes",
      "score activity quality relevance score_version; null where a model has no",
      "such part."
    },
    footer = {
      "  influx evaluate users.jsonl",
      "  influx evaluate --policy m0 --format table users.jsonl more.jsonl",
      "  influx evaluate --as-of 2025-11-28T00:00:00Z users.jsonl"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to evaluate.")
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
        "The instant at which the users were fetched; ages count up to it.",
        "Default: now."
      })
  private Instant asOf = Instant.now();

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Policy chosen = new PolicyChoice(session).find(policy);
    Evaluator evaluator = Evaluator.of(chosen).withoutLanguages();
    EvaluationReport report = EvaluationReport.of(format, session.out());
    Complaints complaints = new Complaints(report);
    report.begin();
    files.forEach(file -> evaluate(file, evaluator, complaints));
    report.end();
    return (complaints.count == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private void evaluate(Path file, Evaluator evaluator, EvaluationOutput output) {
    Path path = session.surroundings().directory().resolve(file);
    Origin origin = new Origin(file.toString(), path.toAbsolutePath().toUri().toString(), asOf);
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      new FileEvaluation(evaluator, origin, output).run(lines);
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", "check its path", e);
    } catch (MalformedInputException e) {
      throw unreadable(file, "it is not UTF-8 text", "unpack it, or convert it to UTF-8", e);
    } catch (IOException e) {
      throw unreadable(file, e.toString(), "check that it is a file that you may read", e);
    }
  }

  private static Explained unreadable(Path file, String why, String remedy, IOException cause) {
    return new Explained("the file " + file + " could not be evaluated", why, remedy, cause);
  }

  /** Passes authors on, and complains of bad lines on stderr at once. */
  private final class Complaints implements EvaluationOutput {
    private final EvaluationReport report;
    private long count;

    Complaints(EvaluationReport report) {
      this.report = report;
    }

    @Override
    public void evaluated(Evaluated author) {
      report.add(author);
    }

    @Override
    public void bad(BadLine line) {
      count++;
      session.err().println(line);
    }
  }
}
