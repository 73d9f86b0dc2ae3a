package dev.influx.lists.policies;

import java.util.Map;

/**
 * What decides over an author: the score model and the thresholds, under a name for people and a
 * hash for machines. Two policies with the same hash decide alike on every author.
 *
 * @param model the name of a score model; whether it exists is for those to say who hold the models
 * @param sha256 always that of {@link #canonicalBytes()}
 */
public record Policy(
    String id, String description, String model, EntryThresholds entry, PolicyHash sha256) {

  public Policy {
    if (!sha256.equals(PolicyHash.of(canonicalBytes(id, description, model, entry)))) {
      throw new IllegalArgumentException("the hash is not that of the policy " + id);
    }
  }

  public static Policy of(String id, String description, String model, EntryThresholds entry) {
    return new Policy(
        id,
        description,
        model,
        entry,
        PolicyHash.of(canonicalBytes(id, description, model, entry)));
  }

  /**
   * The whole policy as JSON with sorted keys and no blanks, so that neither the layout of its file
   * nor a comment changes the hash. {@link Policies#fromCanonical} reads it back.
   */
  public byte[] canonicalBytes() {
    return canonicalBytes(id, description, model, entry);
  }

  private static byte[] canonicalBytes(
      String id, String description, String model, EntryThresholds entry) {
    return CanonicalJson.bytes(
        Map.of(
            "id",
            id,
            "description",
            description,
            "model",
            model,
            "entry",
            Map.of(
                "verified_min_followers", entry.verifiedMinFollowers(),
                "min_followers", entry.minFollowers())));
  }
}
