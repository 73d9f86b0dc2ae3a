package dev.influx.harvester.api;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP answer as it came, not yet interpreted.
 *
 * @param at when its last byte arrived
 */
record Received(int status, HttpHeaders headers, Body body, Instant at) {

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Whether it says of itself that it is JSON; one that says nothing may be. */
  boolean mayBeJson() {
    String type = header("content-type").orElse("json").toLowerCase(Locale.ROOT);
    return type.contains("json");
  }

  Optional<Instant> serverDate() {
    return header("date").flatMap(HttpDate::parse);
  }
}
