package dev.influx.lists.seeds;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Proposal.Decision;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The row of a proposal: what is written of it, and what it says. */
final class ProposalFields {

  static final List<String> HEADER =
      List.of(
          "handle",
          "domain",
          "source_type",
          "evidence",
          "fetched_at",
          "decision",
          "sources",
          "followers",
          "id",
          "also");

  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

  private final List<String> row;
  private final BiConsumer<String, String> faults;
  private final SeedFields fields;
  private boolean sound = true;

  /**
   * @param faults takes what is wrong and what to do
   */
  ProposalFields(List<String> row, BiConsumer<String, String> faults) {
    this.row = row;
    this.faults = faults;
    this.fields = new SeedFields(this::refuse);
  }

  static List<String> write(Proposal proposal) {
    List<URI> evidence = proposal.evidence();
    OptionalLong followers = proposal.followers();
    return List.of(
        proposal.handle(),
        proposal.domain().map(Domain::id).orElse(""),
        proposal.sourceType(),
        evidence.get(0).toString(),
        proposal.fetchedAt().toString(),
        proposal.decision().word(),
        Integer.toString(evidence.size()),
        followers.isPresent() ? Long.toString(followers.getAsLong()) : "",
        proposal.id(),
        evidence.stream().skip(1).map(URI::toString).collect(Collectors.joining(" ")));
  }

  Optional<Proposal> read() {
    Optional<String> handle = fields.handle(row.get(0));
    Optional<Domain> domain = row.get(1).isEmpty() ? Optional.empty() : fields.domain(row.get(1));
    Optional<String> sourceType = fields.sourceType(row.get(2));
    List<URI> evidence = evidence(row.get(3), row.get(9));
    Optional<Instant> fetchedAt = fields.fetchedAt(row.get(4));
    Optional<Decision> decision = decision(row.get(5));
    requireCount("sources", row.get(6));
    OptionalLong followers = followers(row.get(7));
    String id = id(row.get(8));
    return sound
        ? Optional.of(
            new Proposal(
                id,
                handle.orElseThrow(),
                domain,
                sourceType.orElseThrow(),
                evidence,
                fetchedAt.orElseThrow(),
                followers,
                decision.orElseThrow()))
        : Optional.empty();
  }

  private List<URI> evidence(String first, String also) {
    List<URI> evidence = new ArrayList<>();
    fields.evidence(first).ifPresent(evidence::add);
    for (String other : also.isEmpty() ? List.<String>of() : List.of(also.split(" ", -1))) {
      fields.evidence(other).ifPresent(evidence::add);
    }
    return evidence;
  }

  private Optional<Decision> decision(String text) {
    Optional<Decision> decision = Decision.find(text.strip());
    if (decision.isEmpty()) {
      refuse("the decision " + quote(text) + " is none", "write add, refuse, or nothing yet");
    }
    return decision;
  }

  private void requireCount(String column, String text) {
    if (!COUNT.matcher(text).matches()) {
      refuse("the " + column + " " + quote(text) + " is no number", "leave it as it was written");
    }
  }

  private OptionalLong followers(String text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    requireCount("followers", text);
    return COUNT.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  private String id(String text) {
    if (!ID.matcher(text).matches()) {
      refuse(
          "the id " + quote(text) + " is none",
          "leave it as it was written; in a spreadsheet, import the column as text");
    }
    return text;
  }

  private void refuse(String what, String remedy) {
    sound = false;
    faults.accept(what, remedy);
  }
}
