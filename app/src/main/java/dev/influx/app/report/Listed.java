package dev.influx.app.report;

import dev.influx.app.pipe.RecordedHistory;
import dev.influx.schemas.Activity;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.activity.History;
import java.util.List;
import java.util.Optional;

/**
 * An author as he stands in the list: what was seen of him, the pace that his samples gave, and the
 * score that he got for it.
 *
 * @param policy empty where the record does not name it
 */
record Listed(RawProfile seen, Activity pace, Score score, Optional<PolicyName> policy) {
  private static final Lineage NOWHERE = new Lineage("", 0, 0L);

  /** Without samples, which no list carries. */
  History history() {
    return new History(seen, NOWHERE, List.of(), Optional.empty(), List.of());
  }

  static Listed of(ScoredProfile author) {
    RawProfile seen = RecordedHistory.of(author).last();
    PolicyName policy = PolicyName.of(author.getPolicy());
    return new Listed(seen, author.getActivity(), author.getScore(), Optional.of(policy));
  }
}
