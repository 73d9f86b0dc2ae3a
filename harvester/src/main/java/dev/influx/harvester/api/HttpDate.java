package dev.influx.harvester.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates of HTTP headers, read leniently: X mostly ends them in UTC, where GMT belongs. */
final class HttpDate {
  private HttpDate() {}

  static Optional<Instant> parse(String text) {
    String regular = text.strip().replaceFirst("(?i)(UTC|Z)$", "GMT");
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(regular)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
