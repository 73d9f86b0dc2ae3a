package dev.influx.monitor.facts;

import dev.influx.monitor.results.ScoreSpread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A replay, how far it is, and what it says otherwise than the live list.
 *
 * @param state in the words of {@code influx replay status}
 * @param read observations that are done with
 * @param all observations of the plan
 * @param diff as JSON, once it was computed
 * @param actions that are possible now
 * @param spread of its scores, once it was computed
 */
public record ReplayFacts(
    String replay,
    String policy,
    String policySha256,
    String range,
    String state,
    Instant since,
    Optional<String> detail,
    OptionalLong read,
    long all,
    OptionalDouble progressRatio,
    Optional<Duration> secondsLeft,
    OptionalDouble recordsPerSecond,
    Optional<Object> diff,
    List<String> actions,
    Optional<ScoreSpread> spread) {

  public ReplayFacts {
    actions = List.copyOf(actions);
  }
}
