package dev.influx.simulator.population;

import java.time.Instant;

/**
 * An entry of the list of handles that the world offers to be looked at.
 *
 * @param handle of an author, or of nobody
 */
public record SimulatedSeed(String handle, String domain, Instant fetchedAt) {

  public static final String SOURCE_TYPE = "simulator";

  public static final String CSV_HEADER = "handle,domain,source_type,evidence,fetched_at";

  /** A page that cannot exist: the top-level domain is reserved. */
  public String evidence() {
    return "https://simulator.invalid/lists/" + domain;
  }

  /** None of the values ever needs quotes. */
  public String csv() {
    return String.join(",", handle, domain, SOURCE_TYPE, evidence(), fetchedAt.toString());
  }
}
