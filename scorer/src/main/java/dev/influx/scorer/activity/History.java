package dev.influx.scorer.activity;

import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sample;
import dev.influx.schemas.ToldLanguage;
import dev.influx.validator.claims.Claim;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is remembered of an author: the newest observation, where it stood, and the daily samples.
 * It is a function of the set of observations, so neither their order nor their number of
 * deliveries matters: of two observations of the same instant, the greater by content is the newer
 * one. That an author is to be forgotten is newer than any observation, and all that is kept then.
 * Clashes are a function of the newest observations of all authors, once all have heard.
 *
 * @param language of the bio of the newest observation, if it was told before
 * @param clashes who else claims what the newest observation claims
 */
public record History(
    RawProfile last,
    Lineage lineage,
    List<Sample> samples,
    Optional<ToldLanguage> language,
    List<Clash> clashes) {

  private static final Comparator<RawProfile> AGE =
      Comparator.comparing(History::isFinal)
          .thenComparing(RawProfile::getFetchedAt)
          .thenComparing(Comparator.naturalOrder());

  public History {
    samples = List.copyOf(samples);
    clashes = List.copyOf(clashes);
  }

  /** The history inside a stored state. */
  public static History in(AuthorState state) {
    return new History(
        state.getLast(),
        state.getLineage(),
        state.getSamples(),
        Optional.ofNullable(state.getLanguage()),
        Optional.ofNullable(state.getClashes()).orElse(List.of()));
  }

  /** What an observation does to the history so far, if there is one. */
  public static Observed observe(Optional<History> before, RawProfile observation, Lineage at) {
    RawProfile seen = remembered(observation);
    return before
        .map(history -> history.observe(seen, at))
        .orElseGet(() -> newest(first(seen, at)));
  }

  /** Whether all that is known is that nothing may be. */
  public boolean isForgotten() {
    return isFinal(last);
  }

  private static boolean isFinal(RawProfile observation) {
    return observation.getAvailability() == Availability.FORGOTTEN;
  }

  private static Observed newest(History history) {
    return history.isForgotten()
        ? new Observed.Forgotten(Optional.of(history))
        : new Observed.Newer(history);
  }

  private static History first(RawProfile seen, Lineage at) {
    return new History(seen, at, Samples.of(seen), Optional.empty(), List.of());
  }

  private Observed observe(RawProfile seen, Lineage at) {
    int order = AGE.compare(seen, last);
    if (order == 0) {
      return new Observed.Duplicate();
    }
    if (isFinal(order > 0 ? seen : last)) {
      return new Observed.Forgotten(Optional.of(first(seen, at)).filter(newer -> order > 0));
    }
    RawProfile newest = order > 0 ? seen : last;
    List<Sample> merged = Samples.merge(samples, Samples.of(seen), newest.getFetchedAt());
    if (order > 0) {
      return new Observed.Newer(
          new History(
              seen, at, merged, language.filter(told -> hasSameBio(seen)), clashesOf(seen)));
    }
    return merged.equals(samples)
        ? new Observed.Stale(Optional.empty())
        : new Observed.Stale(Optional.of(new History(last, lineage, merged, language, clashes)));
  }

  /** The same history with what is now known of the language. */
  public History told(Optional<ToldLanguage> known) {
    return new History(last, lineage, samples, known, clashes);
  }

  /** The same history with what is now known of others. */
  public History clashing(List<Clash> known) {
    return new History(last, lineage, samples, language, known);
  }

  /** What is no longer claimed clashes with nobody. */
  private List<Clash> clashesOf(RawProfile seen) {
    if (clashes.isEmpty()) {
      return clashes;
    }
    Set<String> claimed =
        Claim.of(seen).stream().map(Claim::fingerprint).collect(Collectors.toSet());
    return clashes.stream().filter(clash -> claimed.contains(clash.getFingerprint())).toList();
  }

  private boolean hasSameBio(RawProfile seen) {
    return Objects.equals(bio(last), bio(seen));
  }

  private static String bio(RawProfile observation) {
    Profile profile = observation.getProfile();
    return profile == null ? null : profile.getDescription();
  }

  private static RawProfile remembered(RawProfile observation) {
    return isFinal(observation) ? bareFact(observation) : withoutRawBytes(observation);
  }

  /** Whatever else such a record may carry. */
  private static RawProfile bareFact(RawProfile forgotten) {
    return RawProfile.newBuilder()
        .setId(forgotten.getId())
        .setFetchedAt(forgotten.getFetchedAt())
        .setAvailability(forgotten.getAvailability())
        .setProvenance(forgotten.getProvenance())
        .setSources(List.of())
        .build();
  }

  private static RawProfile withoutRawBytes(RawProfile observation) {
    return observation.getRaw() == null
        ? observation
        : RawProfile.newBuilder(observation).setRaw(null).build();
  }
}
