package dev.influx.app;

import dev.influx.app.config.ConfigResult;
import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.app.evaluate.FileClashes;
import dev.influx.app.evaluate.FileEvaluation;
import dev.influx.app.pipe.AuthorStates;
import dev.influx.app.pipe.Installation;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a score is made of. */
@Command(
    name = "explain",
    header = "Explains scores: each term, what was seen, on which curve, for how many points.",
    description = {
      "FILE holds X user objects, as evaluate reads them; - is standard input.",
      "@HANDLE is an author of the installation, with the history that the scorer",
      "keeps. The points of all terms and adjustments add up to the exact total."
    },
    footer = {
      "  influx explain @handle",
      "  influx explain users.jsonl --author @handle --as-of 2025-11-28T00:00:00Z",
      "  influx explain @handle --policy m2@1 --against m2@2",
      "  influx explain users.jsonl --format json | jq .best_raise"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE|@HANDLE", description = "What to explain.")
  private String subject;

  @Option(
      names = "--author",
      paramLabel = "A",
      description = "Of a file, explain this author only: a handle, or an id.")
  private String author;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "The policy to score by: an id, or a file. Default: scorer.policy.")
  private String policy;

  @Option(
      names = "--against",
      paramLabel = "Q",
      description = "Show as well what this policy does otherwise, term by term.")
  private String against;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "The instant at which the users of a file were fetched. Default: now.")
  private Instant asOf = Instant.now();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; json is an object a line.")
  private Format format;

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    PolicyChoice choice = new PolicyChoice(session);
    Evaluator by = Evaluator.withoutLanguages(choice.find(policy));
    Optional<Policy> other = Optional.ofNullable(against).map(choice::find);
    Scoring scoring = new Scoring(by, other.map(Evaluator::withoutLanguages));
    return subject.startsWith("@") ? live(scoring) : file(scoring);
  }

  private int live(Scoring scoring) {
    String handle = subject.substring(1);
    ConfigResult.Loaded loaded = session.load();
    Path directory = session.surroundings().directory().resolve(loaded.config().sink().dataDir());
    Installation installation = Installation.running(loaded, directory);
    installation.requireTopics();
    History history = AuthorStates.find(installation, handle).orElseThrow(() -> unknown(handle));
    print(scoring.explain(history));
    return ExitCode.OK.code();
  }

  private static Explained unknown(String handle) {
    return new Explained(
        "@" + handle + " cannot be explained",
        "the scorer knows no author with that handle",
        "check the spelling, or harvest the author first",
        null);
  }

  private int file(Scoring scoring) throws InterruptedException {
    Output output = new Output();
    try (EvaluationInputs inputs = inputs();
        FileClashes clashes = new FileClashes(EvaluationInputs.scratch())) {
      inputs.readAll(clashes::read, () -> true);
      FileEvaluation<Optional<ExplainedAuthor>> explaining =
          new FileEvaluation<>(history -> wanted(history).map(scoring::explain), output, clashes);
      inputs.readAll(explaining::run, () -> true);
    }
    if (author != null && output.explained == 0) {
      throw new Explained(
          author + " cannot be explained",
          "no user of " + subject + " has that handle or id",
          "check the spelling",
          null);
    }
    return (output.bad == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private EvaluationInputs inputs() {
    return EvaluationInputs.toReadTwice(session.surroundings(), List.of(Path.of(subject)), asOf);
  }

  private Optional<History> wanted(History history) {
    String name = author == null || !author.startsWith("@") ? author : author.substring(1);
    boolean wanted =
        name == null
            || history.last().getId().equals(name)
            || history.last().getProfile().getHandle().equalsIgnoreCase(name);
    return wanted ? Optional.of(history) : Optional.empty();
  }

  private void print(ExplainedAuthor author) {
    switch (format) {
      case TABLE -> new ExplanationText(author).lines().forEach(session.out()::println);
      case JSON -> session.out().println(new ExplanationJson(author).line());
    }
  }

  /** The policies that were asked for. */
  private record Scoring(Evaluator by, Optional<Evaluator> against) {
    ExplainedAuthor explain(History history) {
      return ExplainedAuthor.of(history, by, against);
    }
  }

  /** Prints as it comes. */
  private final class Output implements EvaluationOutput<Optional<ExplainedAuthor>> {
    private long explained;
    private long bad;

    @Override
    public void evaluated(Optional<ExplainedAuthor> author) {
      if (author.isPresent()) {
        explained++;
        print(author.get());
      }
    }

    @Override
    public void bad(BadLine line) {
      bad++;
      session.err().println(line);
    }

    @Override
    public boolean proceed(long lines) {
      return !session.out().checkError();
    }
  }
}
