package dev.influx.app.seeds;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.influx.app.seeds.Gathering.LeftOut;
import dev.influx.lists.seeds.Proposal;
import dev.influx.lists.seeds.Proposal.Decision;
import dev.influx.lists.seeds.Proposal.Reviewed;
import dev.influx.lists.seeds.Seed;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is not to be proposed, because somebody or something has decided already. */
public final class Exclusions {
  private final Set<String> seeds;
  private final Map<String, Boolean> acceptedById;
  private final Set<String> refusedIds;

  /**
   * From all that is known.
   *
   * @param judged those of whom the pipe has decided
   * @param reviewed proposals of earlier reviews, of which the refused ones count
   */
  public Exclusions(
      List<Seed> seeds, Collection<JudgedAuthor> judged, Collection<Reviewed> reviewed) {
    this.seeds = seeds.stream().map(Seed::key).collect(toSet());
    this.acceptedById =
        judged.stream()
            .collect(toMap(JudgedAuthor::id, JudgedAuthor::accepted, Boolean::logicalOr));
    this.refusedIds =
        reviewed.stream()
            .map(Reviewed::proposal)
            .filter(proposal -> proposal.decision() == Decision.REFUSE)
            .map(Proposal::id)
            .collect(toSet());
  }

  /** By the id where it is known: a handle may have passed to somebody else. */
  Optional<LeftOut> reason(String id, String handle) {
    if (seeds.contains(handle.toLowerCase(Locale.ROOT))) {
      return Optional.of(LeftOut.SEED);
    }
    if (refusedIds.contains(id)) {
      return Optional.of(LeftOut.REFUSED);
    }
    return Optional.ofNullable(acceptedById.get(id))
        .map(accepted -> accepted ? LeftOut.ACCEPTED : LeftOut.REJECTED);
  }
}
