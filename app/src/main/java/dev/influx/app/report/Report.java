package dev.influx.app.report;

import dev.influx.app.report.Appraised.Author;
import dev.influx.scorer.model.Movement;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Shift;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * The figures of many authors. Where there is nothing to compute a figure from, it is empty.
 *
 * @param badLines lines and records that could not be read
 * @param policies who judged, and how many of the authors
 * @param scores of the accepted, as published
 * @param groups the accepted by what they have in common
 * @param profiles of how many authors a profile was seen
 * @param coverage what is known of those
 * @param top the best of the accepted, best first
 * @param bottom the last of the accepted, last first
 */
public record Report(
    List<Source> sources,
    long badLines,
    List<Judged> policies,
    Verdicts verdicts,
    Optional<Distribution> scores,
    Optional<Distribution> scoresOfRejected,
    Groups<Distribution> groups,
    long profiles,
    List<Coverage> coverage,
    List<Ranked> top,
    List<Ranked> bottom,
    Optional<Against> against) {

  /** Something that was read. */
  public record Source(String name, Kind kind, long authors) {

    /** What can be read. */
    public enum Kind {
      USERS("X API user objects"),
      PUBLISHED("published list"),
      LIVE("accepted and rejected authors");

      private final String words;

      Kind(String words) {
        this.words = words;
      }

      /** For a person to read. */
      public String words() {
        return words;
      }
    }
  }

  /**
   * How many authors a policy judged.
   *
   * @param policy empty for records that name none
   */
  public record Judged(Optional<PolicyName> policy, long authors) {}

  /**
   * Who is in the list.
   *
   * @param codes for how many of the rejected each is a reason
   */
  public record Verdicts(long accepted, long rejected, SortedMap<String, Long> codes) {
    public long authors() {
      return accepted + rejected;
    }
  }

  /** The same figures by domain and by badge. */
  public record Groups<T>(List<Group<T>> byDomain, List<Group<T>> byBadge) {}

  /**
   * Authors with something in common.
   *
   * @param name empty for those who do not have any
   */
  public record Group<T>(Optional<String> name, T figures) {}

  /** Of how many authors a fact is known. */
  public record Coverage(Fact fact, long known) {}

  /** An author and the published score. */
  public record Ranked(Author author, double score) {}

  /**
   * The same authors judged by another policy. Scores are compared of those whom both accept.
   *
   * @param scores of all whom the other policy accepts
   * @param shift of the published scores, from this policy to the other
   * @param up those to whom the other policy gives most more
   * @param down those to whom it gives most less
   */
  public record Against(
      PolicyName policy,
      Agreement agreement,
      Optional<Distribution> scores,
      OptionalDouble rankCorrelation,
      Optional<Shift> shift,
      Groups<Shift> groups,
      List<Mover> up,
      List<Mover> down) {}

  /** How many authors are accepted by whom. */
  public record Agreement(long both, long onlyThis, long onlyOther) {}

  /**
   * An author whose score differs.
   *
   * @param difference of the published scores, from this policy's to the other's
   * @param most the term that did most of it, if that is known
   */
  public record Mover(
      Author author, double score, double other, double difference, Optional<Movement> most) {}
}
