package dev.influx.scorer.activity;

import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sample;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of an author: the newest observation, where it stood, and the daily samples.
 * It is a function of the set of observations, so neither their order nor their number of
 * deliveries matters: of two observations of the same instant, the greater by content is the newer
 * one.
 */
public record History(RawProfile last, Lineage lineage, List<Sample> samples) {

  public History {
    samples = List.copyOf(samples);
  }

  /** The history inside a stored state. */
  public static History in(AuthorState state) {
    return new History(state.getLast(), state.getLineage(), state.getSamples());
  }

  /** What an observation does to the history so far, if there is one. */
  public static Observed observe(Optional<History> before, RawProfile observation, Lineage at) {
    RawProfile seen = withoutRawBytes(observation);
    return before
        .map(history -> history.observe(seen, at))
        .orElseGet(() -> new Observed.Newer(new History(seen, at, Samples.of(seen))));
  }

  private Observed observe(RawProfile seen, Lineage at) {
    int order = seen.getFetchedAt().compareTo(last.getFetchedAt());
    if (order == 0) {
      order = seen.compareTo(last);
    }
    if (order == 0) {
      return new Observed.Duplicate();
    }
    RawProfile newest = order > 0 ? seen : last;
    List<Sample> merged = Samples.merge(samples, Samples.of(seen), newest.getFetchedAt());
    if (order > 0) {
      return new Observed.Newer(new History(seen, at, merged));
    }
    return merged.equals(samples)
        ? new Observed.Stale(Optional.empty())
        : new Observed.Stale(Optional.of(new History(last, lineage, merged)));
  }

  private static RawProfile withoutRawBytes(RawProfile observation) {
    return observation.getRaw() == null
        ? observation
        : RawProfile.newBuilder(observation).setRaw(null).build();
  }
}
