package dev.influx.app.history;

import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;

/**
 * An observation, and where it stands in the raw topic.
 *
 * @param seen what was observed
 */
public record Sighting(Lineage at, RawProfile seen) {

  /** Partition and offset, as people write them. */
  public String place() {
    return place(at);
  }

  static String place(Lineage at) {
    return at.getPartition() + ":" + at.getOffset();
  }
}
