package dev.influx.harvester.compliance;

import dev.influx.schemas.Availability;
import java.util.Arrays;
import java.util.Optional;

/** Why X says that an author may not be kept as before. */
public enum Reason {
  DELETED("deleted", Availability.DELETED),
  SUSPENDED("suspended", Availability.SUSPENDED),
  PROTECTED("protected", Availability.PROTECTED),
  /** Gone for whoever looks, as a deleted one is; one that comes back is observed again. */
  DEACTIVATED("deactivated", Availability.DELETED),
  /** The author stays, without what was known of the place. */
  SCRUB_GEO("scrub_geo", null);

  private final String word;
  private final Availability availability;

  Reason(String word, Availability availability) {
    this.word = word;
    this.availability = availability;
  }

  static Optional<Reason> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** As X writes it. */
  public String word() {
    return word;
  }

  /** What the author is from now on; empty for one who stays. */
  public Optional<Availability> availability() {
    return Optional.ofNullable(availability);
  }
}
