package dev.influx.harvester.publish;

import dev.influx.schemas.RawProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was last published of each author on one UTC day, as fingerprints. It knows nothing of what
 * was before this process. Safe for use by several threads.
 */
final class Unchanged {
  private final Map<String, String> lastSeen = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  /** Whether the same is published of that day already. */
  synchronized boolean has(Publication publication) {
    turnTo(publication.at());
    return publication.value().orElse(null) instanceof RawProfile profile
        && fingerprint(profile).equals(lastSeen.get(profile.getId()));
  }

  /** Takes note of what is acknowledged. */
  synchronized void note(List<Publication> publications) {
    for (Publication publication : publications) {
      turnTo(publication.at());
      if (publication.value().orElse(null) instanceof RawProfile profile) {
        lastSeen.put(profile.getId(), fingerprint(profile));
      }
    }
  }

  private void turnTo(Instant at) {
    LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (!date.equals(day)) {
      day = date;
      lastSeen.clear();
    }
  }

  private static String fingerprint(RawProfile seen) {
    return seen.getAvailability()
        + (seen.getProfile() == null ? "" : ContentHash.ofAll(seen.getProfile()));
  }
}
