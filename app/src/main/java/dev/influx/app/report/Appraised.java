package dev.influx.app.report;

import dev.influx.schemas.Score;
import dev.influx.schemas.xuser.Badge;
import dev.influx.scorer.model.Movement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a report needs to know of one author, in a few numbers.
 *
 * @param known what is known of the author; empty if X showed no profile
 * @param against what the other policy says, if there is another
 * @param movement what moves the score most to the other policy's, if that is known
 */
public record Appraised(
    Author author,
    Optional<Set<Fact>> known,
    Opinion opinion,
    Optional<Opinion> against,
    Optional<Movement> movement) {

  /**
   * Who it is.
   *
   * @param handle empty where it was never seen
   */
  public record Author(
      String id,
      Optional<String> handle,
      Optional<String> domain,
      Optional<Badge> badge,
      Optional<Long> followers) {}

  /**
   * What one policy says.
   *
   * @param policy empty for records that name none
   * @param codes why it rejects the author; none if it accepts
   */
  public record Opinion(Optional<PolicyName> policy, List<String> codes, Optional<Mark> mark) {
    public boolean accepts() {
      return codes.isEmpty();
    }
  }

  /**
   * The total of a score.
   *
   * @param exact what authors are ranked by
   * @param rounded what is published
   */
  public record Mark(double exact, double rounded) {
    static Mark of(Score score) {
      return new Mark(score.getTotal(), score.getRounded());
    }
  }
}
