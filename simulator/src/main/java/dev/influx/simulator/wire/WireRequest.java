package dev.influx.simulator.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param target path and query as they were sent
 * @param body as UTF-8 text; empty if there is none
 * @param headers under lower-case names; of a repeated one, the values joined by commas
 */
public record WireRequest(
    String method, String target, boolean keepsAlive, Map<String, String> headers, String body) {

  public WireRequest {
    headers = Map.copyOf(headers);
  }

  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** What follows the question mark, still encoded. */
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
