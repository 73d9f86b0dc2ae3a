package dev.influx.validator.audit;

import dev.influx.schemas.Finding;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an audit asks of people: whether the gates of one policy are right, all of them or those
 * that give certain codes.
 *
 * @param policy its id
 * @param sha256 its hash
 * @param codes none for all
 */
public record Question(String policy, String sha256, SortedSet<String> codes) {
  private static final String ANY = "any";

  public Question {
    codes = new TreeSet<>(codes);
  }

  /** The codes in one cell of a table. */
  public String asked() {
    return codes.isEmpty() ? ANY : String.join(" ", codes);
  }

  /** Where an author stands; empty for one whom there is nothing to ask about. */
  public Optional<Stratum> stratum(AuditedAuthor author) {
    if (author.profile().isEmpty() || fact(author).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(askedOf(author).isEmpty() ? Stratum.CLEAN : Stratum.FLAGGED);
  }

  /** The findings that the question is about. */
  public List<Finding> askedOf(AuditedAuthor author) {
    return author.findings().stream()
        .filter(finding -> codes.isEmpty() || codes.contains(finding.getCode()))
        .toList();
  }

  /** The code of a finding that is a fact, which nobody needs to review. */
  static Optional<String> fact(AuditedAuthor author) {
    return author.findings().stream().map(Finding::getCode).filter(Question::isFact).findFirst();
  }

  private static boolean isFact(String code) {
    return code.equals("below_entry_threshold")
        || code.equals("not_scorable")
        || code.startsWith("unavailable_");
  }
}
