package dev.influx.app;

import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Spelling;
import dev.influx.lists.seeds.Proposal.Decision;
import dev.influx.lists.seeds.Proposal.Reviewed;
import dev.influx.lists.seeds.ProposalFiles;
import dev.influx.lists.seeds.Seed;
import dev.influx.lists.seeds.SeedAdditions;
import dev.influx.lists.seeds.SeedAdditions.Candidate;
import dev.influx.lists.seeds.SeedAdditions.Changed;
import dev.influx.runtime.Explained;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts handles into the seed lists. */
@Command(
    name = "add",
    header = "Adds handles to the list of their domain, each with its evidence.",
    description = {
      "All handles are added, or none: with 3, when one is malformed or is in a list",
      "already. A list keeps its order, and is written whole or not at all."
    },
    footer = {
      "  influx seeds add ann --domain edtech --evidence https://x.com/ann",
      "  influx seeds add ann bob --domain edtech --source-type list --evidence URL",
      "  influx seeds add --from proposals.csv --dry-run"
    })
final class SeedsAddCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "HANDLE", description = "Handles, without the @.")
  private List<String> handles = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Add those whom a reviewed proposals file marks with add.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--domain",
      paramLabel = "D",
      description = "The domain of the handles, or of proposals that have none.")
  private String domain;

  @Option(
      names = "--evidence",
      paramLabel = "URL",
      description = "A page where anyone can see why.")
  private String evidence;

  @Option(
      names = "--source-type",
      paramLabel = "T",
      defaultValue = "profile",
      description = "How they were found, in one word. Default: ${DEFAULT-VALUE}.")
  private String sourceType;

  @Option(
      names = "--fetched-at",
      paramLabel = "INSTANT",
      description = "When the evidence was looked at. Default: now.")
  private Instant fetchedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Option(
      names = "--seeds",
      paramLabel = "DIR",
      description = "The directory of the lists. Default: where the lists are.")
  private List<Path> named = new ArrayList<>();

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  SeedsAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    requireSense();
    SeedPlaces places = SeedPlaces.of(session, named);
    return (files.isEmpty() ? add(places, typed()) : addReviewed(places)).code();
  }

  private void requireSense() {
    if (handles.isEmpty() == files.isEmpty()) {
      throw wrong(
          handles.isEmpty() ? "no HANDLE is named" : "HANDLE is named together with --from");
    }
    if (files.isEmpty() && (domain == null || evidence == null)) {
      throw wrong("--domain and --evidence are needed: a seed has both");
    }
    if (!files.isEmpty() && evidence != null) {
      throw wrong("--evidence is named together with --from, where each has its own");
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private List<Candidate> typed() {
    return IntStream.range(0, handles.size())
        .mapToObj(
            at ->
                new Candidate(
                    "handle " + (at + 1),
                    0,
                    handles.get(at),
                    domain,
                    sourceType,
                    evidence,
                    fetchedAt.toString()))
        .toList();
  }

  private ExitCode addReviewed(SeedPlaces places) {
    Optional<Domain> otherwise = Optional.ofNullable(domain).map(this::known);
    List<Path> resolved = files.stream().map(session.surroundings().directory()::resolve).toList();
    return ProposalFiles.read(resolved)
        .fold(proposals -> add(places, marked(proposals, otherwise)), this::refuse);
  }

  private Domain known(String id) {
    return Domain.find(id)
        .orElseThrow(
            () -> wrong("there is no domain " + id + "; " + Spelling.suggest(id, Domain.ids())));
  }

  private static List<Candidate> marked(List<Reviewed> proposals, Optional<Domain> otherwise) {
    return proposals.stream()
        .filter(reviewed -> reviewed.proposal().decision() == Decision.ADD)
        .map(reviewed -> reviewed.candidate(otherwise))
        .toList();
  }

  private ExitCode add(SeedPlaces places, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      session.out().println("nothing to add: no decision is add");
      return ExitCode.OK;
    }
    return SeedAdditions.check(places.home(), places.elsewhere(), candidates)
        .fold(this::add, this::refuse);
  }

  private ExitCode add(SeedAdditions additions) {
    if (!dryRun) {
      write(additions);
    }
    additions.files().forEach(this::print);
    return ExitCode.OK;
  }

  private static void write(SeedAdditions additions) {
    try {
      additions.write();
    } catch (IOException e) {
      throw new Explained(
          "the seed lists could not be written",
          e.toString(),
          "check that you may write there, then add again what is not there yet",
          e);
    }
  }

  private void print(Changed changed) {
    String added = changed.added().stream().map(Seed::handle).collect(Collectors.joining(", "));
    String done = dryRun ? ": would add " : ": added ";
    session.out().println(changed.file() + done + changed.added().size() + " (" + added + ")");
  }

  private ExitCode refuse(List<DataFault> faults) {
    faults.forEach(session.err()::println);
    session.err().println("nothing was added");
    return ExitCode.CHECK_FAILED;
  }
}
