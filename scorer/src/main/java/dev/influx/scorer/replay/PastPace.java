package dev.influx.scorer.replay;

import dev.influx.schemas.AuditEvent;
import dev.influx.scorer.replay.Replay.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How many observations a second the last replay read that ran without a stop. */
public final class PastPace {
  private static final Duration TOO_SHORT_TO_TELL = Duration.ofSeconds(2);

  private PastPace() {}

  /** Empty if there was none, or only such as were over before a rate could be told. */
  public static OptionalLong of(List<AuditEvent> events) {
    Map<String, Instant> running = new HashMap<>();
    Map<String, Replay> replays = Replay.in(events);
    OptionalLong pace = OptionalLong.empty();
    for (AuditEvent event : events) {
      if (event.getAction().equals(State.RUNNING.action())) {
        boolean again = running.containsKey(event.getSubject());
        running.put(event.getSubject(), again ? Instant.MIN : event.getAt());
      } else if (event.getAction().equals(State.COMPLETE.action())) {
        OptionalLong reached = pace(event, running, replays);
        pace = reached.isPresent() ? reached : pace;
        // What it does from now on, it does to a part of its observations, or to none.
        running.put(event.getSubject(), Instant.MIN);
      }
    }
    return pace;
  }

  private static OptionalLong pace(
      AuditEvent complete, Map<String, Instant> running, Map<String, Replay> replays) {
    Instant begun = running.getOrDefault(complete.getSubject(), Instant.MIN);
    return replays.values().stream()
        .filter(replay -> Replay.subject(replay.id()).equals(complete.getSubject()))
        .filter(replay -> begun.isAfter(Instant.MIN))
        .filter(replay -> !complete.getAt().isBefore(begun.plus(TOO_SHORT_TO_TELL)))
        .mapToLong(
            replay ->
                1000
                    * replay.plan().world().records()
                    / Duration.between(begun, complete.getAt()).toMillis())
        .filter(rate -> rate > 0)
        .findFirst();
  }
}
