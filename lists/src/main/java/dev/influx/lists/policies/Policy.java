package dev.influx.lists.policies;

import dev.influx.lists.canonical.CanonicalJson;
import dev.influx.lists.models.Model;
import dev.influx.lists.rules.Answer;
import dev.influx.lists.rules.EntryThresholds;
import dev.influx.lists.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What decides over an author, whole: the score model, the lexicons it reads and the rules of the
 * gates, under a name for people and a hash for machines. Two policies with the same hash decide
 * alike on every author.
 *
 * @param fallback scores an author whom the model cannot score
 * @param domains the lexicons, one a domain; none if no model reads them
 * @param allowSimulated {@code yes} if authors whom a simulator made up may be in the list;
 *     otherwise empty
 */
public record Policy(
    String id,
    String description,
    Model model,
    Optional<Model> fallback,
    List<Lexicon> domains,
    Rules rules,
    Optional<Answer> allowSimulated) {

  private static final String SIMULATED = "_simulated";

  /** As for the parts of a policy, with room for the name of the twin of {@link #SIMULATED}. */
  static final Pattern ID =
      Pattern.compile("[a-z][a-z0-9_]{0,31}(" + SIMULATED + ")?(@[1-9][0-9]{0,3})?");

  public Policy {
    domains = List.copyOf(domains);
    allowSimulated = allowSimulated.filter(Answer::isYes);
  }

  /** How many followers let an author in. */
  public EntryThresholds entry() {
    return rules.thresholds();
  }

  /** Whether authors whom a simulator made up may be in the list. */
  public boolean allowsSimulated() {
    return allowSimulated.isPresent();
  }

  /** The name of the twin of a policy. */
  static String simulated(String id) {
    return id.replaceFirst("(?=@|$)", SIMULATED);
  }

  /** The same, but for simulated authors, which its name says: m2@2 becomes m2_simulated@2. */
  public Policy allowingSimulated() {
    return allowsSimulated()
        ? this
        : new Policy(
            simulated(id), description, model, fallback, domains, rules, Optional.of(Answer.YES));
  }

  /**
   * The whole policy, with everything its file only names, as JSON of which there is one form only,
   * so that neither the layout of a file nor a comment changes the hash. {@link
   * Policies#fromCanonical} reads it back.
   */
  public byte[] canonicalBytes() {
    return CanonicalJson.bytes(this);
  }

  /** The name of the content. */
  public PolicyHash sha256() {
    return PolicyHash.of(canonicalBytes());
  }
}
