package dev.influx.app;

import dev.influx.app.seeds.Exclusions;
import dev.influx.app.seeds.Gathering;
import dev.influx.app.seeds.Gathering.Origin;
import dev.influx.app.seeds.JudgedAuthor;
import dev.influx.app.seeds.RefreshPlan;
import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Listing;
import dev.influx.harvester.api.UnableToAskException;
import dev.influx.lists.Domain;
import dev.influx.lists.Spelling;
import dev.influx.lists.seeds.Proposal;
import dev.influx.lists.seeds.ProposalFiles;
import dev.influx.runtime.Explained;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proposes new seeds, for a person to decide on. */
@Command(
    name = "refresh",
    header = "Proposes new seeds: members of lists, and whom accepted authors follow.",
    description = {
      "Writes proposals, those whom most sources name first, and adds nobody. Seeds,",
      "accepted and rejected authors, and those refused in an earlier review are",
      "left out. X charges for every user that it returns: without --yes, the price",
      "is printed, nothing is asked, and the exit code is 5."
    },
    footer = {
      "  influx seeds refresh --list 1234567890 --domain edtech --out proposals.csv",
      "  influx seeds refresh --following ann --accepted data/latest.jsonl --yes",
      "  influx seeds add --from proposals.csv    once decisions are filled in"
    })
final class SeedsRefreshCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Option(
      names = "--list",
      paramLabel = "ID",
      description = "Members of this list of X; may be repeated.")
  private List<String> lists = new ArrayList<>();

  @Option(
      names = "--following",
      paramLabel = "HANDLE",
      description = "Those whom this accepted author follows; may be repeated.")
  private List<String> following = new ArrayList<>();

  @Option(
      names = "--accepted",
      paramLabel = "FILE|live",
      description =
          "Who is in the list: a published one, or live, the topics, "
              + "where the rejected authors are known as well.")
  private Path accepted;

  @Option(
      names = "--domain",
      paramLabel = "D",
      description =
          "The domain of all who are proposed. Default: that of those who "
              + "follow them; members of lists have none.")
  private String domain;

  @Option(
      names = "--seeds",
      paramLabel = "FILE|DIR",
      description = "Seed lists; may be repeated. Default: where the lists are.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = "--reviewed",
      paramLabel = "FILE|DIR",
      description = "Reviewed proposals; may be repeated. Default: reviewed/ beside the seeds.")
  private List<Path> reviewed = new ArrayList<>();

  @Option(
      names = "--max-reads",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many users X may return in all. Default: ${DEFAULT-VALUE}.")
  private long mostReads;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a new file, not to stdout.")
  private Path out;

  @Option(
      names = "--simulator",
      paramLabel = "URL",
      description = "Ask this simulator, which costs nothing.")
  private URI simulator;

  @Option(names = "--yes", description = "Spend what it may cost.")
  private boolean confirmed;

  SeedsRefreshCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    requireSense();
    SeedPlaces places = SeedPlaces.of(session, named);
    List<JudgedAuthor> judged =
        accepted == null ? List.of() : new JudgedSource(session).read(accepted);
    RefreshPlan plan = new RefreshPlan(origins(judged), mostReads);
    Exclusions exclusions =
        new Exclusions(
            places.read().orElseThrow(faults -> SeedPlaces.faulty("the seed lists", faults)),
            judged,
            places
                .reviewed(reviewed)
                .orElseThrow(faults -> SeedPlaces.faulty("the reviewed proposals", faults)));
    announce(plan);
    if (!confirmed && simulator == null) {
      session.err().println("nothing was asked: add --yes to go on");
      return ExitCode.NEEDS_CONFIRMATION.code();
    }
    return refresh(plan, new Gathering(exclusions)).code();
  }

  private void requireSense() {
    require(!lists.isEmpty() || !following.isEmpty(), "neither --list nor --following is named");
    require(
        following.isEmpty() || accepted != null,
        "--following needs --accepted: it says who is in the list, and with which id");
    lists.forEach(
        id -> require(Listing.isId(id), "--list " + id + " is no id: it has digits only"));
    int sources = lists.size() + following.size();
    require(mostReads >= sources, "--max-reads leaves nothing for some of " + sources + " sources");
    require(
        out == null || !Files.exists(session.surroundings().directory().resolve(out)),
        "--out " + out + " is there, and may hold decisions; name another file");
    require(
        domain == null || Domain.find(domain).isPresent(),
        "there is no domain " + domain + "; " + Spelling.suggest(domain + "", Domain.ids()));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private List<Origin> origins(List<JudgedAuthor> judged) {
    Optional<Domain> ofAll = Optional.ofNullable(domain).flatMap(Domain::find);
    RefreshOrigins origins =
        new RefreshOrigins(simulator != null, ofAll, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    return Stream.concat(
            lists.stream().distinct().map(origins::members),
            following.stream().map(handle -> origins.following(handle, judged)).distinct())
        .toList();
  }

  private void announce(RefreshPlan plan) {
    plan.origins().forEach(origin -> session.err().println("source " + origin.evidence()));
    if (accepted == null) {
      session.err().println("who is in the list is not known: --accepted would leave them out");
    }
    String price =
        simulator == null
            ? "X charges up to " + RefreshPlan.price(plan.mostReads())
            : "a simulator charges nothing";
    session
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "at most %,d users in about %,d requests or more: %s",
                plan.mostReads(),
                plan.requests(),
                price));
  }

  private ExitCode refresh(RefreshPlan plan, Gathering gathering) throws InterruptedException {
    RefreshRun run =
        new RefreshRun(
            session,
            XAccess.of(session.config().harvest(), Optional.ofNullable(simulator)),
            plan,
            gathering);
    RefreshRun.Outcome outcome = run.run(() -> write(gathering.proposals()));
    outcome.stop().ifPresent(SeedsRefreshCommand::fail);
    return outcome.whole() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private static void fail(Answer.Stop stop) {
    throw new UnableToAskException(stop);
  }

  private void write(List<Proposal> proposals) {
    if (out == null) {
      session.out().print(ProposalFiles.text(proposals));
      session.out().flush();
      return;
    }
    try {
      ProposalFiles.write(session.surroundings().directory().resolve(out), proposals);
    } catch (IOException e) {
      // what was paid for is not to be lost
      session.out().print(ProposalFiles.text(proposals));
      session.out().flush();
      throw new Explained(
          "the proposals could not be written to " + out,
          e.toString(),
          "they are on stdout; keep them, and choose a place where you may write",
          e);
    }
  }
}
