package dev.influx.sink.snapshot;

import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.record.RankedAuthor;
import dev.influx.sink.snapshot.Manifest.Distribution;
import dev.influx.sink.snapshot.Manifest.Freshness;
import dev.influx.sink.snapshot.Manifest.PartitionEnd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a manifest, each from what is published, so that anyone can compute them again.
 */
final class ManifestFigures {
  private static final int MEAN_DECIMALS = 4;

  private ManifestFigures() {}

  static String scoreVersion(Snapshot snapshot) {
    return snapshot.authors().stream()
        .findFirst()
        .map(best -> best.author().getScore().getVersion())
        .orElse(null);
  }

  static Distribution distribution(Snapshot snapshot) {
    List<Double> scores =
        snapshot.authors().stream()
            .map(RankedAuthor::author)
            .map(ScoredProfile::getScore)
            .map(Score::getRounded)
            .sorted()
            .toList();
    Percentiles<Double> of = new Percentiles<>(scores);
    return new Distribution(
        of.at(0).orElse(null),
        of.at(5).orElse(null),
        of.at(25).orElse(null),
        of.at(50).orElse(null),
        of.at(75).orElse(null),
        of.at(95).orElse(null),
        of.at(100).orElse(null),
        mean(scores),
        scores.stream().filter(score -> score == 0).count());
  }

  /** Summed in decimals: a sum of doubles would depend on the order. */
  private static Double mean(List<Double> scores) {
    if (scores.isEmpty()) {
      return null;
    }
    return scores.stream()
        .map(BigDecimal::valueOf)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(scores.size()), MEAN_DECIMALS, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  static Freshness freshness(Snapshot snapshot) {
    List<Instant> newestFirst =
        snapshot.authors().stream()
            .map(ranked -> ranked.author().getObservedAt())
            .sorted(Comparator.reverseOrder())
            .toList();
    Percentiles<Instant> of = new Percentiles<>(newestFirst);
    return new Freshness(of.at(50).orElse(null), of.at(95).orElse(null), of.at(100).orElse(null));
  }

  static SortedMap<String, SortedMap<Integer, PartitionEnd>> ends(Cut cut) {
    SortedMap<Integer, PartitionEnd> partitions = new TreeMap<>();
    cut.positions()
        .forEach(
            (partition, position) ->
                partitions.put(
                    partition,
                    new PartitionEnd(position.offset(), position.newest().orElse(null))));
    SortedMap<String, SortedMap<Integer, PartitionEnd>> topics = new TreeMap<>();
    topics.put(cut.topic(), partitions);
    return topics;
  }
}
