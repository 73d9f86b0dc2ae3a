package dev.influx.harvester.forecast;

import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import java.time.Duration;

/**
 * Authors to ask for, and how.
 *
 * @param byId how many are asked for by their id
 * @param byHandle how many by their handle
 * @param batchSize authors in a request
 * @param parallel requests at a time
 * @param roundTrip from sending a request to being done with its answer
 */
public record Work(long byId, long byHandle, int batchSize, int parallel, Duration roundTrip) {

  public Work {
    boolean possible =
        byId >= 0
            && byHandle >= 0
            && batchSize >= 1
            && batchSize <= Lookup.MOST_KEYS
            && parallel >= 1
            && !roundTrip.isNegative();
    if (!possible) {
      throw new IllegalArgumentException(
          "no work: %d by id and %d by handle, %d in a request, %d requests at a time, %s each"
              .formatted(byId, byHandle, batchSize, parallel, roundTrip));
    }
  }

  public long authors() {
    return byId + byHandle;
  }

  public long authors(By by) {
    return by == By.ID ? byId : byHandle;
  }

  /** Full ones but the last. */
  public long batches(By by) {
    return (authors(by) + batchSize - 1) / batchSize;
  }
}
