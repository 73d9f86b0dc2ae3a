package dev.influx.scorer.replay;

import dev.influx.schemas.AuditEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A replay as the audit topic tells it.
 *
 * @param plan as it was applied, over the world to which it was extended since
 * @param since when it came into its state
 * @param detail of that, for a person to read
 */
public record Replay(ReplayPlan plan, State state, Instant since, Optional<String> detail) {
  private static final String SUBJECT = "replay/";

  /** How far a replay has come. What it can do next depends on that alone. */
  public enum State {
    APPLIED,
    RUNNING,
    PAUSING,
    PAUSED,
    COMPLETE,
    EXTENDED,
    FAILED,
    PROMOTED,
    ROLLED_BACK,
    ABORTING,
    ABORTED;

    /** The action that leads to it. */
    public String action() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<State> of(String action) {
      return Arrays.stream(values()).filter(each -> each.action().equals(action)).findFirst();
    }

    /** Whether it may be worked on. */
    public boolean isOpen() {
      return this == APPLIED
          || this == RUNNING
          || this == PAUSED
          || this == FAILED
          || this == EXTENDED;
    }

    /** Whether whoever works on it is asked to stop. */
    public boolean asksToStop() {
      return this == PAUSING || this == PAUSED || this == ABORTING || this == ABORTED;
    }

    /** Whether its topics are gone, or about to go. */
    public boolean isOver() {
      return this == ABORTED || this == PROMOTED || this == ROLLED_BACK;
    }
  }

  public String id() {
    return plan.id();
  }

  public static String subject(String id) {
    return SUBJECT + id;
  }

  /** All replays, by name, in the order in which they were applied. */
  public static Map<String, Replay> in(List<AuditEvent> events) {
    Map<String, Replay> replays = new LinkedHashMap<>();
    for (AuditEvent event : events) {
      if (event.getSubject().startsWith(SUBJECT)) {
        String id = event.getSubject().substring(SUBJECT.length());
        after(Optional.ofNullable(replays.get(id)), event)
            .ifPresent(replay -> replays.put(id, replay));
      }
    }
    return replays;
  }

  /** Empty for what began without a plan that can be read: nobody can go on with that. */
  private static Optional<Replay> after(Optional<Replay> before, AuditEvent event) {
    Optional<ReplayPlan> plan = document(event).or(() -> before.map(Replay::plan));
    Optional<State> state = State.of(event.getAction()).or(() -> before.map(Replay::state));
    return plan.flatMap(
        known ->
            state.map(
                now ->
                    new Replay(known, now, event.getAt(), Optional.ofNullable(event.getDetail()))));
  }

  private static Optional<ReplayPlan> document(AuditEvent event) {
    return Optional.ofNullable(event.getDocument())
        .map(ByteBuffer::duplicate)
        .flatMap(
            bytes -> {
              byte[] written = new byte[bytes.remaining()];
              bytes.get(written);
              return PlanFile.read(event.getSubject(), written)
                  .fold(Optional::of, faults -> Optional.empty());
            });
  }

  /** The event that brings it into a state. */
  public AuditEvent becoming(State next, Instant at, String by, String detail) {
    return event(plan, next, at, by).setDetail(detail).build();
  }

  /** The event with which a plan begins to be carried out, or goes on over a grown world. */
  public static AuditEvent planned(ReplayPlan plan, State state, Instant at, String by) {
    return event(plan, state, at, by)
        .setDocument(ByteBuffer.wrap(PlanFile.bytes(plan)))
        .setDetail(plan.policy().id() + " over " + plan.range())
        .build();
  }

  private static AuditEvent.Builder event(ReplayPlan plan, State state, Instant at, String by) {
    return AuditEvent.newBuilder()
        .setSubject(subject(plan.id()))
        .setAction(state.action())
        .setAt(at)
        .setBy(by);
  }
}
