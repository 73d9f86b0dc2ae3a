package dev.influx.validator.audit.review;

import dev.influx.validator.audit.AuditedAuthor;
import dev.influx.validator.audit.rates.Confusion;
import java.util.HashMap;
import java.util.Map;

/**
 * Authors of whom people have said what they are, held against one code of the gates. Of an author
 * who comes more than once, what was seen last counts.
 */
public final class KnownAuthors {
  private final String code;
  private final Map<String, Kind> kinds;
  private final Map<String, AuditedAuthor> met = new HashMap<>();

  /** None of them has been met yet. */
  public KnownAuthors(String code, Map<String, Kind> kinds) {
    this.code = code;
    this.kinds = Map.copyOf(kinds);
  }

  /** What an account is, whatever the gates say. */
  public enum Kind {
    INDIVIDUAL,
    ORGANIZATION,
    /** Both or neither: no gate can be wrong here. */
    AMBIGUOUS
  }

  /** Whether anybody knows this one. */
  public boolean knows(AuditedAuthor author) {
    return kinds.containsKey(author.id());
  }

  public void add(AuditedAuthor author) {
    if (author.profile().isPresent() && knows(author)) {
      met.merge(
          author.id(), author, (one, other) -> one.seenAt().isAfter(other.seenAt()) ? one : other);
    }
  }

  /** How many of a kind were met. */
  public long met(Kind kind) {
    return met.keySet().stream().filter(id -> kinds.get(id) == kind).count();
  }

  /** How many are known and were not met, or without a profile only. */
  public long missing() {
    return (long) kinds.size() - met.size();
  }

  /** What the gates made of those that are clearly one thing or the other. */
  public Confusion confusion() {
    return new Confusion(
        count(Kind.ORGANIZATION, true),
        count(Kind.INDIVIDUAL, true),
        count(Kind.ORGANIZATION, false),
        count(Kind.INDIVIDUAL, false));
  }

  private long count(Kind kind, boolean flagged) {
    return met.values().stream()
        .filter(author -> kinds.get(author.id()) == kind && author.has(code) == flagged)
        .count();
  }
}
