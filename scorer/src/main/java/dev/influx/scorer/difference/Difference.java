package dev.influx.scorer.difference;

import dev.influx.scorer.statistics.Deltas;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Shift;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * What differs. Where there is nothing to compute a figure from, it is empty.
 *
 * @param byDomain of those who are on both sides
 * @param byFollowers the same, by how many followers they have
 * @param up those whose score rises most
 * @param down those whose score falls most
 */
public record Difference(
    Counts counts,
    Flips flips,
    Figures figures,
    List<Group> byDomain,
    List<Group> byFollowers,
    List<Mover> up,
    List<Mover> down) {

  /**
   * How many authors.
   *
   * @param both compared: both sides have judged the same observation
   * @param same verdict, reasons and score are alike
   * @param missing on the live side only
   * @param extra on the other side only
   * @param newer of whom the live side has seen more since; they are not compared
   */
  public record Counts(
      long live, long other, long both, long same, long missing, long extra, long newer) {
    /** Compared, and not alike. */
    public long mismatched() {
      return both - same;
    }
  }

  /**
   * Whose verdict changes.
   *
   * @param accepted refused now, accepted then
   * @param rejected accepted now, refused then
   * @param lost the reasons that no longer hold for those who are accepted then
   * @param found the reasons for which others are refused then
   */
  public record Flips(
      long accepted, long rejected, SortedMap<String, Long> lost, SortedMap<String, Long> found) {
    public long all() {
      return accepted + rejected;
    }
  }

  /**
   * Of scores.
   *
   * @param live of all whom the live side accepts
   * @param other of all whom the other side accepts
   * @param rankCorrelation of those whom both accept
   * @param stability from the live distribution to the other
   * @param shift of those whom both accept
   */
  public record Figures(
      Optional<Distribution> live,
      Optional<Distribution> other,
      OptionalDouble rankCorrelation,
      OptionalDouble stability,
      Optional<Shift> shift,
      Deltas deltas) {}

  /**
   * Authors with something in common.
   *
   * @param name empty for those of whom it is not known
   */
  public record Group(Optional<String> name, long authors, long flips, Optional<Shift> shift) {}

  /** An author whose score differs. */
  public record Mover(
      String id, Optional<String> handle, double live, double other, double difference) {}
}
