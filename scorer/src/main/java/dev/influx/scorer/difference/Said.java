package dev.influx.scorer.difference;

import java.util.List;
import java.util.Optional;

/**
 * What one side says of an author.
 *
 * @param codes why the author is refused; none for those who are accepted
 * @param mark the score; empty for those who have none
 * @param seen the observation that was judged
 * @param domain of the author
 * @param followers of the author
 */
public record Said(
    List<String> codes,
    Optional<Mark> mark,
    Place seen,
    Optional<String> domain,
    Optional<Long> followers) {

  public Said {
    codes = List.copyOf(codes);
  }

  public boolean accepts() {
    return codes.isEmpty();
  }

  /** Verdict, reasons and score alike. */
  boolean saysTheSameAs(Said other) {
    return codes.equals(other.codes) && mark.equals(other.mark);
  }

  /**
   * A score.
   *
   * @param exact what authors are ranked by
   * @param rounded what is published
   */
  public record Mark(double exact, double rounded) {}

  /** Where an observation stands. */
  public record Place(int partition, long offset) {}
}
