package dev.influx.app;

import dev.influx.app.HistoryView.StateFrom;
import dev.influx.app.history.Appearance;
import dev.influx.app.history.Appearances;
import dev.influx.app.history.AuthorFile;
import dev.influx.app.history.Recorded;
import dev.influx.app.history.Timeline;
import dev.influx.app.history.Timeline.Moment;
import dev.influx.app.history.Timeline.Opinion;
import dev.influx.app.pipe.AuthorQueries;
import dev.influx.app.pipe.AuthorStates;
import dev.influx.runtime.Explained;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One author over time. */
@Command(
    name = "history",
    header = "Shows every observation of an author, and what came of each.",
    description = {
      "AUTHOR is an id, or @HANDLE of an author whom the scorer knows. Of each",
      "observation: where it stands in the raw topic, and what each policy says of",
      "the author after it, as if it had always been in force. Then what stands in",
      "the topics of accepted and rejected authors: older results are compacted away.",
      "Last, the snapshots in sink.data_dir that the author stood in; the rank is not",
      "looked up where nothing had changed of the author. A scorer that listens on",
      "http.port is asked what it remembers; else the log of its state is read."
    },
    footer = {
      "  influx history @handle",
      "  influx history 50393960 --policy m2@1 --policy m2@2",
      "  influx history @handle --format json | jq .observations[].at"
    })
final class HistoryCommand implements Callable<Integer> {
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
  private static final Pattern HANDLE = Pattern.compile("@[A-Za-z0-9_]{1,15}");

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "AUTHOR", description = "An id, or @HANDLE.")
  private String author;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "What this policy would say; may be repeated. Default: scorer.policy.")
  private final List<String> policies = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  HistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<Evaluator> judges = judges();
    try (ReplayWork work = ReplayWork.on(session)) {
      Known known = known(work);
      String id = known.state().map(history -> history.last().getId()).orElse(author);
      AuthorFile file = AuthorFile.read(work.installation(), work.registry(), id);
      if (file.sightings().isEmpty()) {
        throw unknown();
      }
      List<Clash> clashes = known.state().map(History::clashes).orElse(List.of());
      List<Timeline> timelines =
          judges.stream().map(judge -> Timeline.of(file.sightings(), clashes, judge)).toList();
      Appearances appearances = Appearances.in(work.data(), id);
      HistoryView view = new HistoryView(file, timelines, appearances, known.from());
      switch (format) {
        case TABLE -> table(view);
        case JSON -> session.printJson(HistoryJson.of(view));
      }
      return view.exitCode().code();
    }
  }

  private List<Evaluator> judges() {
    PolicyChoice choice = new PolicyChoice(session);
    List<String> named = new ArrayList<>(policies);
    if (named.isEmpty()) {
      named.add(null);
    }
    return named.stream().map(choice::find).map(Evaluator::withoutLanguages).toList();
  }

  /** What the scorer remembers of the author, and who said so. */
  private record Known(Optional<History> state, Optional<StateFrom> from) {
    static Known of(Optional<History> state, StateFrom from) {
      return new Known(state, state.map(it -> from));
    }
  }

  /** An id need not be known to the scorer, a handle has to be. */
  private Known known(ReplayWork work) {
    if (HANDLE.matcher(author).matches()) {
      Optional<History> found = AuthorStates.find(work.installation(), author.substring(1));
      if (found.isEmpty()) {
        throw unknown();
      }
      return Known.of(found, StateFrom.LOG);
    }
    if (!ID.matcher(author).matches()) {
      throw new ParameterException(spec.commandLine(), author + " is neither an id nor @HANDLE");
    }
    return work.endpoint()
        .flatMap(endpoint -> AuthorQueries.ask(work.installation(), endpoint, author))
        .map(state -> Known.of(Optional.of(state), StateFrom.SCORER))
        .orElseGet(() -> Known.of(AuthorStates.ofId(work.installation(), author), StateFrom.LOG));
  }

  private Explained unknown() {
    return new Explained(
        "there is no history of " + author,
        "nothing was observed of such an author",
        "check the spelling, or name the id",
        null);
  }

  private void table(HistoryView view) {
    AuthorFile file = view.file();
    session.out().println("author " + file.id() + names(file));
    for (Timeline timeline : view.timelines()) {
      session.out().println();
      session.out().println("What " + timeline.policy() + " says after each observation");
      Table table =
          new Table("SEEN", "RAW", "WHAT", "HANDLE", "FOLLOWERS", "TWEETS", "SCORE", "VERDICT");
      timeline.moments().forEach(moment -> add(table, moment));
      table.rightAligned(4, 5, 6).lines().forEach(session.out()::println);
    }
    session.out().println();
    session.out().println("What stands in the topics");
    Table table = new Table("TOPIC", "OF", "RAW", "POLICY", "SCORE", "WHY");
    file.recorded().forEach(recorded -> add(table, recorded));
    table.lines().forEach(session.out()::println);
    snapshots(view.appearances());
  }

  private void snapshots(Appearances appearances) {
    if (!appearances.snapshots().isEmpty()) {
      session.out().println();
      session.out().println("In the snapshots that are still kept");
      Table table = new Table("SNAPSHOT", "PUBLISHED", "POLICY", "CHANGE", "RANK", "SCORE");
      appearances.snapshots().forEach(appearance -> add(table, appearance));
      table.rightAligned(4, 5).lines().forEach(session.out()::println);
    }
    if (!appearances.unreadable().isEmpty()) {
      session.err().println("cannot be read: " + String.join(", ", appearances.unreadable()));
    }
  }

  private static void add(Table table, Appearance appearance) {
    table.add(
        Shown.line(appearance.snapshot()),
        appearance.at().toString(),
        Shown.line(appearance.policy()),
        appearance.change().code(),
        number(appearance.rank()),
        number(appearance.score()));
  }

  private static String names(AuthorFile file) {
    List<String> handles =
        file.sightings().stream()
            .map(sighting -> AuthorStates.handleOf(sighting.seen()))
            .filter(Objects::nonNull)
            .distinct()
            .map(handle -> "@" + Shown.line(handle))
            .toList();
    return handles.isEmpty() ? "" : ", seen as " + String.join(", ", handles);
  }

  private static void add(Table table, Moment moment) {
    RawProfile seen = moment.sighting().seen();
    Optional<Profile> profile = Optional.ofNullable(seen.getProfile());
    table.add(
        seen.getFetchedAt().toString(),
        moment.sighting().place(),
        moment.outcome(),
        Shown.line(Objects.toString(AuthorStates.handleOf(seen), "-")),
        number(profile.map(Profile::getFollowersCount)),
        number(profile.map(Profile::getTweetCount)),
        number(moment.opinion().flatMap(Opinion::score)),
        moment.opinion().map(HistoryCommand::verdict).orElse("-"));
  }

  private static String verdict(Opinion opinion) {
    return opinion.codes().isEmpty() ? "accepted" : String.join(", ", opinion.codes());
  }

  private static void add(Table table, Recorded recorded) {
    table.add(
        recorded.topic(),
        recorded.at().toString(),
        recorded.place().orElse("-"),
        recorded.policy().map(Shown::line).orElse("withdrawn"),
        number(recorded.score()),
        String.join(", ", recorded.codes()));
  }

  private static String number(Optional<? extends Number> number) {
    return number.map(Object::toString).orElse("-");
  }
}
