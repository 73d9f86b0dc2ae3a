package dev.influx.lists.policies;

import dev.influx.lists.canonical.CanonicalJson;
import dev.influx.lists.models.Model;
import java.util.List;
import java.util.Optional;

/**
 * What decides over an author, whole: the score model, the lexicons it reads and the thresholds,
 * under a name for people and a hash for machines. Two policies with the same hash decide alike on
 * every author.
 *
 * @param fallback scores an author whom the model cannot score
 * @param domains the lexicons, one a domain; none if no model reads them
 */
public record Policy(
    String id,
    String description,
    Model model,
    Optional<Model> fallback,
    List<Lexicon> domains,
    EntryThresholds entry) {

  public Policy {
    domains = List.copyOf(domains);
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
