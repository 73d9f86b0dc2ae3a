package dev.influx.runtime;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a part has yet to read before it works.
 *
 * @param eta at the pace so far; empty while there is none
 */
public record Restoration(long remainingRecords, Optional<Duration> eta) {

  /** For people. */
  String describe() {
    return String.format(Locale.ROOT, "%,d records left", remainingRecords)
        + eta.map(it -> ", about " + Math.max(1, it.toSeconds()) + " s").orElse("");
  }
}
