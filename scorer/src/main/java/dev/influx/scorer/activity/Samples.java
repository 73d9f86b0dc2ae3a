package dev.influx.scorer.activity;

import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sample;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first sample of each UTC day, for 31 days back from the newest observation. Whatever the
 * order in which samples arrive, the same ones are kept.
 */
final class Samples {
  private static final long DAYS_KEPT = 31;
  private static final Comparator<Sample> FIRST =
      Comparator.comparing(Sample::getAt).thenComparing(Comparator.naturalOrder());

  private Samples() {}

  /** What an observation adds; nothing when it shows no profile. */
  static List<Sample> of(RawProfile observation) {
    Profile profile = observation.getProfile();
    return profile == null
        ? List.of()
        : List.of(
            new Sample(
                observation.getFetchedAt(), profile.getTweetCount(), profile.getFollowersCount()));
  }

  static List<Sample> merge(List<Sample> kept, List<Sample> added, Instant newest) {
    Map<Long, Sample> byDay = new TreeMap<>();
    kept.forEach(sample -> byDay.merge(day(sample.getAt()), sample, Samples::first));
    added.forEach(sample -> byDay.merge(day(sample.getAt()), sample, Samples::first));
    long horizon = day(newest) - DAYS_KEPT;
    byDay.keySet().removeIf(day -> day <= horizon);
    return List.copyOf(byDay.values());
  }

  private static Sample first(Sample one, Sample other) {
    return FIRST.compare(one, other) <= 0 ? one : other;
  }

  private static long day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }
}
