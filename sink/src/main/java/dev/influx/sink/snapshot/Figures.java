package dev.influx.sink.snapshot;

import dev.influx.schemas.scores.ScoreTally;
import dev.influx.sink.snapshot.Manifest.Freshness;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What can be counted of the authors at a cut.
 *
 * @param scoreVersion of the best author
 * @param beyondEarlier how many lines the schema of the earlier system cannot express
 */
public record Figures(
    ScoreTally scores,
    Rejected rejected,
    Freshness freshness,
    Optional<String> scoreVersion,
    long beyondEarlier) {

  /** Who was seen and is not in the list: how many, and how many for each reason. */
  public record Rejected(long authors, SortedMap<String, Long> byCode) {
    public Rejected {
      byCode = Collections.unmodifiableSortedMap(new TreeMap<>(byCode));
    }
  }
}
