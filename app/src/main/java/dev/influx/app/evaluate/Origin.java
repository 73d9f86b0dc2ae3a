package dev.influx.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Where the users of a file come from, and the instant that counts as now for all of them. */
public record Origin(String file, String uri, Instant asOf) {

  /**
   * When a user was seen, who may know it better than the file.
   *
   * @throws DateTimeParseException if {@code fetched_at} is there and is no instant
   */
  Instant seenAt(JsonNode user) {
    JsonNode at = user.path("fetched_at");
    return at.isTextual() ? Instant.parse(at.textValue()) : asOf;
  }
}
