package dev.influx.app;

import dev.influx.app.replay.DiffJson;
import dev.influx.app.replay.DiffPage;
import dev.influx.app.replay.DiffText;
import dev.influx.app.replay.DiffView;
import dev.influx.app.replay.ReplayComparison;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.scorer.difference.FailOn;
import dev.influx.scorer.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a replay says otherwise than the live list. */
@Command(
    name = "diff",
    header = "Compares the results of a replay with the live ones.",
    description = {
      "Authors of whom more was seen since the replay was planned are counted, not",
      "compared. The limits of the policy are shown as passed or failed; the exit",
      "code is 4 only for what --fail-on names: flips, mismatch, missing, extra",
      "(authors, or a share of them with %%), psi, spearman, iqr."
    },
    footer = {
      "  influx replay diff m2-2-20261121t210000z",
      "  influx replay diff m2-2-20261121t210000z --html diff.html",
      "  influx replay diff m2-2-20261121t210000z --fail-on 'flips>2%%'"
    })
final class ReplayDiffCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Of the replay.")
  private String id;

  @Option(
      names = "--fail-on",
      paramLabel = "LIMIT",
      description = "End with 4 if this holds; may be repeated.")
  private final List<String> failOn = new ArrayList<>();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many movers to name each way. Default: ${DEFAULT-VALUE}.")
  private int few;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with charts there as well.")
  private Path html;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Where the policy is, if it is neither bundled nor published.")
  private String policy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  ReplayDiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<FailOn> limits = limits();
    try (ReplayWork work = ReplayWork.on(session)) {
      Replay replay = requireComplete(work.find(id));
      Policy judge = work.policy(replay, policy);
      ReplayComparison comparison =
          new ReplayComparison(work.installation(), work.registry(), replay.plan());
      DiffView view = DiffView.of(replay.plan(), judge, comparison.compare(few), limits);
      show(view);
      return (view.isOverLimit() ? ExitCode.OVER_LIMIT : ExitCode.OK).code();
    }
  }

  private List<FailOn> limits() {
    if (few < 0) {
      throw new ParameterException(spec.commandLine(), "--top is followed by a negative number");
    }
    try {
      return failOn.stream().map(FailOn::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--fail-on: " + e.getMessage(), e);
    }
  }

  static Replay requireComplete(Replay replay) {
    if (replay.state() == Replay.State.COMPLETE) {
      return replay;
    }
    throw new Explained(
        "the replay " + replay.id() + " cannot be compared",
        "it is " + replay.state().action() + ", not complete",
        "see influx replay status " + replay.id(),
        null);
  }

  private void show(DiffView view) {
    if (html != null) {
      write(session.surroundings().directory().resolve(html), DiffPage.of(view));
    }
    switch (format) {
      case TABLE -> new DiffText(view).sections().forEach(this::print);
      case JSON -> session.printJson(DiffJson.of(view));
    }
  }

  private void print(DiffText.Section section) {
    session.out().println(section.title());
    Table table = new Table(section.headings().toArray(String[]::new));
    section.rows().forEach(row -> table.add(row.stream().map(Shown::line).toArray(String[]::new)));
    table.lines().forEach(session.out()::println);
    session.out().println();
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new Explained(
          "the page could not be written", e.toString(), "name another file with --html", e);
    }
  }
}
