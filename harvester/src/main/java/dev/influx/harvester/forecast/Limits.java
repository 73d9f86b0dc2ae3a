package dev.influx.harvester.forecast;

import dev.influx.harvester.api.Lookup.By;
import java.util.List;

/**
 * What the endpoints allow. Each has its own allowances, and a request needs one of each of them,
 * such as 300 in 15 minutes and 500 in a day; an endpoint without any is not limited.
 */
public record Limits(List<RequestLimit> byId, List<RequestLimit> byHandle) {

  /** Nothing stands in the way. */
  public static final Limits NONE = new Limits(List.of(), List.of());

  public Limits {
    byId = List.copyOf(byId);
    byHandle = List.copyOf(byHandle);
  }

  /** The same allowance for both endpoints, each with a window of its own. */
  public static Limits ofEach(RequestLimit limit) {
    return new Limits(List.of(limit), List.of(limit));
  }

  public List<RequestLimit> of(By by) {
    return by == By.ID ? byId : byHandle;
  }
}
