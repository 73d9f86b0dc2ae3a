package dev.influx.app.evaluate;

import static java.util.stream.Collectors.groupingBy;

import dev.influx.schemas.Clash;
import dev.influx.schemas.RawProfile;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.crowd.Encounter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The clashes of the users in some lines of a file. */
final class ClashesInLines {
  private static final ClashesInLines NONE = new ClashesInLines(new Places(0), Map.of());

  private final Places places;
  private final Map<Long, List<Encounter>> byPlace;

  private ClashesInLines(Places places, Map<Long, List<Encounter>> byPlace) {
    this.places = places;
    this.byPlace = byPlace;
  }

  static ClashesInLines none() {
    return NONE;
  }

  static ClashesInLines of(Places places, List<Encounter> encounters) {
    return encounters.isEmpty()
        ? NONE
        : new ClashesInLines(places, encounters.stream().collect(groupingBy(Encounter::place)));
  }

  /** Ascending by fingerprint, as they are kept everywhere. */
  List<Clash> of(long line, int index, RawProfile seen) {
    List<Encounter> encounters = byPlace.get(places.of(line, index));
    return encounters == null
        ? List.of()
        : Claim.of(seen).stream()
            .flatMap(claim -> clashes(claim, encounters))
            .sorted(Comparator.comparing(Clash::getFingerprint))
            .toList();
  }

  private static Stream<Clash> clashes(Claim claim, List<Encounter> encounters) {
    return encounters.stream()
        .filter(encounter -> encounter.kind() == claim.kind())
        .map(encounter -> new Clash(claim.fingerprint(), encounter.other()));
  }
}
