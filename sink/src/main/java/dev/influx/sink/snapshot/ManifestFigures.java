package dev.influx.sink.snapshot;

import dev.influx.schemas.scores.ScoreTally;
import dev.influx.sink.snapshot.Manifest.Distribution;
import dev.influx.sink.snapshot.Manifest.PartitionEnd;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a manifest, each from what is published, so that anyone can compute them again.
 */
final class ManifestFigures {
  static final List<String> SORT_ORDER =
      List.of(
          "score descending, unrounded",
          "followers_count descending, unknown last",
          "handle ascending, case-folded",
          "id ascending");

  private ManifestFigures() {}

  /** Where the formula is written down: its terms and weights are in the model of that name. */
  static String formula(String scoreVersion) {
    return "lists/policies/models/" + scoreVersion + ".yml";
  }

  static Distribution distribution(ScoreTally scores) {
    return new Distribution(
        scores.percentile(0).orElse(null),
        scores.percentile(5).orElse(null),
        scores.percentile(25).orElse(null),
        scores.percentile(50).orElse(null),
        scores.percentile(75).orElse(null),
        scores.percentile(95).orElse(null),
        scores.percentile(100).orElse(null),
        scores.mean().orElse(null),
        scores.histogram().bins(),
        scores.zeros());
  }

  static SortedMap<String, SortedMap<Integer, PartitionEnd>> ends(Cut cut) {
    SortedMap<String, SortedMap<Integer, PartitionEnd>> topics = new TreeMap<>();
    cut.positions()
        .forEach(
            (partition, position) ->
                topics
                    .computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                    .put(
                        partition.number(),
                        new PartitionEnd(position.offset(), position.newest().orElse(null))));
    return topics;
  }
}
