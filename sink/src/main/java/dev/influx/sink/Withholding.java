package dev.influx.sink;

import java.time.Instant;
import java.util.List;

/**
 * Why a snapshot did not go out, as its report says it.
 *
 * @param count how many authors it would have had; null where that could not be told
 */
record Withholding(
    Instant at, String snapshotId, Long count, List<Objection> objections, boolean forceable) {

  Withholding {
    objections = List.copyOf(objections);
  }

  /** One gate that objected. */
  record Objection(String gate, String why) {}
}
