package dev.influx.lists.seeds;

import dev.influx.lists.Domain;
import dev.influx.lists.seeds.SeedAdditions.Candidate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An author who may become a seed once somebody has decided so.
 *
 * @param id the number on X, which stays when the handle changes
 * @param domain empty where the sources are of none
 * @param sourceType what kind of source proposed the author first
 * @param evidence a page for each source, one at least
 * @param fetchedAt when the first source was read
 * @param followers empty where X did not say
 */
public record Proposal(
    String id,
    String handle,
    Optional<Domain> domain,
    String sourceType,
    List<URI> evidence,
    Instant fetchedAt,
    OptionalLong followers,
    Decision decision) {

  public Proposal {
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("nobody is proposed without evidence");
    }
  }

  /** What a reviewer made of it. */
  public enum Decision {
    OPEN(""),
    ADD("add"),
    REFUSE("refuse");

    private final String word;

    Decision(String word) {
      this.word = word;
    }

    /** How reviewers write it. */
    public String word() {
      return word;
    }

    static Optional<Decision> find(String word) {
      return List.of(values()).stream().filter(each -> each.word.equals(word)).findFirst();
    }
  }

  /** Handles are equal whatever their case. */
  public String key() {
    return handle.toLowerCase(Locale.ROOT);
  }

  /**
   * The proposal, and where it was read.
   *
   * @param line from 1
   */
  public record Reviewed(String source, int line, Proposal proposal) {

    /**
     * What is to become a seed.
     *
     * @param otherwise the domain of those that have none
     */
    public Candidate candidate(Optional<Domain> otherwise) {
      return new Candidate(
          source,
          line,
          proposal.handle(),
          proposal.domain().or(() -> otherwise).map(Domain::id).orElse(""),
          proposal.sourceType(),
          proposal.evidence().get(0).toString(),
          proposal.fetchedAt().toString());
    }
  }
}
