package dev.influx.app.history;

import dev.influx.schemas.Lineage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A result that still stands in the topic of accepted or of rejected authors. Those that were
 * replaced are compacted away sooner or later.
 *
 * @param at the time of the record, which is that of the observation
 * @param from the observation that was judged; empty for a withdrawal
 * @param policy by name; empty for a withdrawal
 * @param codes why the author was refused
 */
public record Recorded(
    String topic,
    Instant at,
    Optional<Lineage> from,
    Optional<String> policy,
    List<String> codes,
    Optional<Double> score) {

  public Recorded {
    codes = List.copyOf(codes);
  }

  /** Partition and offset of the observation, as people write them. */
  public Optional<String> place() {
    return from.map(Sighting::place);
  }
}
