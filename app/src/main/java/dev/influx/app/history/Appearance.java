package dev.influx.app.history;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A snapshot that has an author, or that the author had left.
 *
 * @param snapshot by the name of its directory, or {@code latest}
 * @param at when it was published
 * @param policy by name
 * @param rank in it; empty where only the score is known, because nothing had changed of the author
 * @param score empty for those who had left
 */
public record Appearance(
    String snapshot,
    Instant at,
    String policy,
    Change change,
    Optional<Long> rank,
    Optional<Double> score) {

  /** How it came, against the snapshot before. */
  public enum Change {
    /** It is not known what was before. */
    LISTED,
    ADDED,
    UPDATED,
    SAME,
    REMOVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
