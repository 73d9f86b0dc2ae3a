package dev.influx.harvester;

import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.api.Lookup;
import dev.influx.schemas.SourceKind;
import java.time.Duration;

/**
 * How to harvest.
 *
 * @param kind what is at the other end: {@code X_API} or {@code SIMULATOR}; it goes into every
 *     observation
 * @param batchSize authors per request
 * @param parallel requests at the same time
 * @param refresh from the begin of a round to that of the next
 * @param once ends after the first round
 */
public record HarvesterSettings(
    ApiSettings api, SourceKind kind, int batchSize, int parallel, Duration refresh, boolean once) {
  private static final int MOST_PARALLEL = 64;

  public HarvesterSettings {
    check(
        kind == SourceKind.X_API || kind == SourceKind.SIMULATOR,
        "the source is neither X nor a simulator: " + kind);
    check(
        batchSize >= 1 && batchSize <= Lookup.MOST_KEYS,
        "the batch size is outside 1 to " + Lookup.MOST_KEYS + ": " + batchSize);
    check(
        parallel >= 1 && parallel <= MOST_PARALLEL,
        "the requests at a time are outside 1 to " + MOST_PARALLEL + ": " + parallel);
    check(!refresh.isNegative() && !refresh.isZero(), "the refresh interval is not positive");
  }

  /** Full batches, three at a time, once a day for ever. */
  public static HarvesterSettings of(ApiSettings api, SourceKind kind) {
    return new HarvesterSettings(api, kind, Lookup.MOST_KEYS, 3, Duration.ofDays(1), false);
  }

  public HarvesterSettings withBatchSize(int other) {
    return new HarvesterSettings(api, kind, other, parallel, refresh, once);
  }

  public HarvesterSettings withParallel(int other) {
    return new HarvesterSettings(api, kind, batchSize, other, refresh, once);
  }

  public HarvesterSettings withRefresh(Duration other) {
    return new HarvesterSettings(api, kind, batchSize, parallel, other, once);
  }

  public HarvesterSettings onlyOnce() {
    return new HarvesterSettings(api, kind, batchSize, parallel, refresh, true);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
