package dev.influx.validator;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RawProfile;
import java.util.List;
import java.util.Locale;

/** Only an author who can be seen by everyone may be in the list. */
final class AvailabilityGate implements Gate {

  @Override
  public List<Finding> examine(RawProfile observation, Policy policy) {
    Availability seen = observation.getAvailability();
    boolean visible = seen == Availability.AVAILABLE && observation.getProfile() != null;
    return visible ? List.of() : List.of(gone(observation));
  }

  private static Finding gone(RawProfile observation) {
    String why = observation.getAvailability().name().toLowerCase(Locale.ROOT);
    return new Finding(
        "unavailable_" + why, "availability", why + " as of " + observation.getFetchedAt());
  }
}
