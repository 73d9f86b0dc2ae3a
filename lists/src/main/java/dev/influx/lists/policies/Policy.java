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
 */
public final class Policy {

  private static final String SIMULATED = "_simulated";

  /** As for the parts of a policy, with room for the name of the twin of {@link #SIMULATED}. */
  static final Pattern ID =
      Pattern.compile("[a-z][a-z0-9_]{0,31}(" + SIMULATED + ")?(@[1-9][0-9]{0,3})?");

  private final Content content;
  private volatile byte[] canonicalBytes;
  private volatile PolicyHash sha256;

  private Policy(Content content) {
    this.content = content;
  }

  /**
   * What the canonical form shows, component by component.
   *
   * @param fallback scores an author whom the model cannot score
   * @param domains the lexicons, one a domain; none if no model reads them
   * @param allowSimulated {@code yes} if authors whom a simulator made up may be in the list;
   *     otherwise empty
   * @param limits what its scores must be like; empty for the usual ones
   */
  public record Content(
      String id,
      String description,
      Model model,
      Optional<Model> fallback,
      List<Lexicon> domains,
      Rules rules,
      Optional<Answer> allowSimulated,
      Optional<Limits> limits) {

    public Content {
      domains = List.copyOf(domains);
      allowSimulated = allowSimulated.filter(Answer::isYes);
    }

    /** One with the usual limits. */
    public Content(
        String id,
        String description,
        Model model,
        Optional<Model> fallback,
        List<Lexicon> domains,
        Rules rules,
        Optional<Answer> allowSimulated) {
      this(id, description, model, fallback, domains, rules, allowSimulated, Optional.empty());
    }
  }

  public static Policy of(Content content) {
    return new Policy(content);
  }

  /** One whose canonical form is at hand. */
  static Policy of(Content content, byte[] canonicalBytes) {
    Policy policy = new Policy(content);
    policy.canonicalBytes = canonicalBytes.clone();
    return policy;
  }

  public Content content() {
    return content;
  }

  public String id() {
    return content.id();
  }

  public String description() {
    return content.description();
  }

  public Model model() {
    return content.model();
  }

  /** Scores an author whom the model cannot score. */
  public Optional<Model> fallback() {
    return content.fallback();
  }

  /** The lexicons, one a domain; none if no model reads them. */
  public List<Lexicon> domains() {
    return content.domains();
  }

  public Rules rules() {
    return content.rules();
  }

  /** How many followers let an author in. */
  public EntryThresholds entry() {
    return rules().thresholds();
  }

  /** What the scores of a whole list must be like. */
  public Limits limits() {
    return content.limits().orElse(Limits.DEFAULT);
  }

  /** Whether authors whom a simulator made up may be in the list. */
  public boolean allowsSimulated() {
    return content.allowSimulated().isPresent();
  }

  /** The name of the twin of a policy. */
  static String simulated(String id) {
    return id.replaceFirst("(?=@|$)", SIMULATED);
  }

  /** The same, but for simulated authors, which its name says: m2@2 becomes m2_simulated@2. */
  public Policy allowingSimulated() {
    return allowsSimulated()
        ? this
        : of(
            new Content(
                simulated(id()),
                description(),
                model(),
                fallback(),
                domains(),
                rules(),
                Optional.of(Answer.YES),
                content.limits()));
  }

  /**
   * The whole policy, with everything its file only names, as JSON of which there is one form only,
   * so that neither the layout of a file nor a comment changes the hash. {@link
   * Policies#fromCanonical} reads it back.
   */
  public byte[] canonicalBytes() {
    byte[] known = canonicalBytes;
    if (known == null) {
      known = CanonicalJson.bytes(content);
      canonicalBytes = known;
    }
    return known.clone();
  }

  /** The name of the content. */
  public PolicyHash sha256() {
    PolicyHash known = sha256;
    if (known == null) {
      known = PolicyHash.of(canonicalBytes());
      sha256 = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Policy policy && content.equals(policy.content);
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return "policy " + id();
  }
}
