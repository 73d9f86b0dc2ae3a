package dev.influx.scorer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.AuditEvent;
import dev.influx.scorer.replay.Replay.State;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Instant START = Instant.parse("2026-11-21T21:00:00Z");
  private static final ReplayPlan PLAN = ReplayPlanTest.plan(Range.ALL);

  @Test
  void isWhatItsEventsTell() {
    List<AuditEvent> events = new ArrayList<>(List.of(planned()));
    assertThat(Replay.in(events).get("one").state()).isEqualTo(State.APPLIED);

    Replay replay = Replay.in(events).get("one");
    events.add(replay.becoming(State.RUNNING, START.plusSeconds(1), "me", "m2@2"));
    events.add(replay.becoming(State.COMPLETE, START.plusSeconds(9), "me", "16 observations"));

    assertThat(Replay.in(events).get("one"))
        .isEqualTo(
            new Replay(PLAN, State.COMPLETE, START.plusSeconds(9), Optional.of("16 observations")));
  }

  @Test
  void whatOtherSubjectsAndStrangersSayIsNoReplay() {
    AuditEvent other =
        AuditEvent.newBuilder(planned()).setSubject("dead-letters").setDocument(null).build();
    AuditEvent broken =
        AuditEvent.newBuilder(planned()).setDocument(ByteBuffer.wrap(new byte[] {1})).build();

    assertThat(Replay.in(List.of(other, broken))).isEmpty();
  }

  @Test
  void anActionThatNobodyKnowsChangesNothingButTheTime() {
    Replay replay = Replay.in(List.of(planned())).get("one");
    AuditEvent unknown =
        AuditEvent.newBuilder(replay.becoming(State.RUNNING, START, "me", "x"))
            .setAction("admired")
            .build();

    assertThat(Replay.in(List.of(planned(), unknown)).get("one").state()).isEqualTo(State.APPLIED);
  }

  @Test
  void thePaceIsThatOfTheLastReplayThatRanInOnePiece() {
    Replay replay = Replay.in(List.of(planned())).get("one");
    AuditEvent running = replay.becoming(State.RUNNING, START, "me", "");
    AuditEvent complete = replay.becoming(State.COMPLETE, START.plusSeconds(4), "me", "");
    AuditEvent later = replay.becoming(State.COMPLETE, START.plusSeconds(99), "me", "");

    assertThat(PastPace.of(List.of(planned(), running, complete))).hasValue(4);
    assertThat(PastPace.of(List.of(planned(), running, running, complete))).isEmpty();
    assertThat(PastPace.of(List.of(planned(), running, complete, later))).hasValue(4);
    assertThat(PastPace.of(List.of(planned(), running, complete, running, later))).hasValue(4);
    assertThat(PastPace.of(List.of(planned(), running))).isEmpty();
    AuditEvent early = replay.becoming(State.COMPLETE, START.plusSeconds(1), "me", "");
    assertThat(PastPace.of(List.of(planned(), running, early))).isEmpty();
  }

  private static AuditEvent planned() {
    return Replay.planned(PLAN, State.APPLIED, START, "me");
  }
}
