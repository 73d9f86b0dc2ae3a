package dev.influx.sink.files;

import dev.influx.sink.snapshot.Manifest.Forced;
import java.time.Instant;
import java.util.Optional;

/** When a snapshot is published, and whether a person had to insist. */
public record Occasion(Instant at, Optional<Forced> forced) {

  /** Nobody had to insist. */
  public static Occasion at(Instant time) {
    return new Occasion(time, Optional.empty());
  }
}
