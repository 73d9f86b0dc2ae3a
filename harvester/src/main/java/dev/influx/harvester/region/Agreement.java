package dev.influx.harvester.region;

import java.util.Optional;

/**
 * What several hints come to.
 *
 * @param region the one that all of them name
 * @param contradictory whether they name several
 */
record Agreement(Optional<Region> region, boolean contradictory) {
  static final Agreement NONE = new Agreement(Optional.empty(), false);

  /** Whether nothing was recognised. */
  boolean isSilent() {
    return region.isEmpty() && !contradictory;
  }

  Agreement with(Optional<Region> hint) {
    if (hint.isEmpty() || contradictory || region.equals(hint)) {
      return this;
    }
    return region.isEmpty() ? new Agreement(hint, false) : new Agreement(Optional.empty(), true);
  }
}
