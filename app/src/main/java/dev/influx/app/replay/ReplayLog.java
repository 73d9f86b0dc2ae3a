package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.Explained;
import dev.influx.runtime.audit.AuditLog;
import dev.influx.schemas.AuditEvent;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.ReplayPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The replays of an installation, as its audit topic tells them. */
public final class ReplayLog {
  private final AuditLog audit;
  private final InstantSource clock;
  private final String by;

  /**
   * Of one installation.
   *
   * @param by who does what is noted
   */
  public ReplayLog(Installation installation, Registry registry, InstantSource clock, String by) {
    this.audit = new AuditLog(installation.kafka(), registry, installation.topics());
    this.clock = clock;
    this.by = by;
  }

  /** All that was noted, of replays and of anything else. */
  public List<AuditEvent> events() {
    return audit.read();
  }

  /** By name, in the order in which they were applied. */
  public Map<String, Replay> all() {
    return Replay.in(events());
  }

  public Replay find(String id) {
    Map<String, Replay> known = all();
    return Optional.ofNullable(known.get(id))
        .orElseThrow(
            () ->
                new Explained(
                    "there is no replay " + id,
                    known.isEmpty()
                        ? "none was ever applied here"
                        : "known are: " + String.join(", ", known.keySet()),
                    "see influx replay list",
                    null));
  }

  /** Notes that a plan is carried out from now on, or goes on over a grown world. */
  public Replay plan(ReplayPlan plan, Replay.State state) throws InterruptedException {
    audit.note(Replay.planned(plan, state, now(), by));
    return find(plan.id());
  }

  /** Notes that a replay came into a state. */
  public Replay note(Replay replay, Replay.State state, String detail) throws InterruptedException {
    Instant at = now();
    audit.note(replay.becoming(state, at, by, detail));
    return new Replay(replay.plan(), state, at, Optional.of(detail));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
