package dev.influx.validator.claims;

import dev.influx.schemas.Clash;
import dev.influx.schemas.RawProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Who claims the same as whom, in a set of observations that fits in memory. */
public final class Crossings {
  private static final Comparator<RawProfile> BY_TIME =
      Comparator.comparing(RawProfile::getFetchedAt).thenComparing(Comparator.naturalOrder());

  private Crossings() {}

  /**
   * The clashes of each author in what was seen of everybody last, ascending by fingerprint;
   * authors without any are absent.
   */
  public static Map<String, List<Clash>> of(Iterable<RawProfile> observations) {
    Map<String, RawProfile> newest = new HashMap<>();
    observations.forEach(seen -> newest.merge(seen.getId(), seen, BinaryOperator.maxBy(BY_TIME)));
    Map<String, Claimants> claimants = new HashMap<>();
    newest.values().stream()
        .flatMap(seen -> Claim.of(seen).stream())
        .forEach(
            claim ->
                claimants.compute(
                    claim.fingerprint(),
                    (fingerprint, so) ->
                        (so == null ? Claimants.nobody() : so).claimed(claim).after()));
    Map<String, List<Clash>> clashes = new HashMap<>();
    newest.forEach((id, seen) -> put(clashes, id, clashes(seen, claimants)));
    return clashes;
  }

  private static List<Clash> clashes(RawProfile seen, Map<String, Claimants> claimants) {
    List<Clash> clashes = new ArrayList<>();
    for (Claim claim : Claim.of(seen)) {
      claimants
          .get(claim.fingerprint())
          .rivalOf(claim.id())
          .ifPresent(rival -> clashes.add(new Clash(claim.fingerprint(), rival.id())));
    }
    clashes.sort(Comparator.comparing(Clash::getFingerprint));
    return clashes;
  }

  private static void put(Map<String, List<Clash>> all, String id, List<Clash> clashes) {
    if (!clashes.isEmpty()) {
      all.put(id, clashes);
    }
  }
}
