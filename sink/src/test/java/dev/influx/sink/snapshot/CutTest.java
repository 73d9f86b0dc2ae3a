package dev.influx.sink.snapshot;

import static dev.influx.sink.snapshot.TestingCuts.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.sink.snapshot.Cut.Place;
import dev.influx.sink.snapshot.Cut.Position;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CutTest {
  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-01-02T00:00:00Z");

  private final Cut start = TestingCuts.at(Map.of(0, 0L, 1, 5L));

  @Test
  void aStepMovesItsPartitionOnly() {
    Cut next = start.advancedBy(Map.of(place(1), TestingCuts.step(9, LATE, LATE)));

    assertThat(TestingCuts.offsets(next)).isEqualTo(Map.of(0, 0L, 1, 9L));
    assertThat(TestingCuts.offsets(start)).containsEntry(1, 5L);
  }

  @Test
  void theLastEventTimeMayGoBackAndTheNewestMayNot() {
    Cut next =
        start
            .advancedBy(Map.of(place(0), TestingCuts.step(3, LATE, LATE)))
            .advancedBy(Map.of(place(0), TestingCuts.step(4, EARLY, EARLY)));

    assertThat(next.positions().get(place(0))).isEqualTo(TestingCuts.step(4, EARLY, LATE));
  }

  @Test
  void aStepOverCommitMarkersKeepsTheTimes() {
    Cut next =
        start
            .advancedBy(Map.of(place(0), TestingCuts.step(3, EARLY, LATE)))
            .advancedBy(Map.of(place(0), Position.startingAt(4)));

    assertThat(next.positions().get(place(0))).isEqualTo(TestingCuts.step(4, EARLY, LATE));
  }

  @Test
  void endsAreReachedWhenEveryPartitionIsThere() {
    assertThat(start.reaches(Map.of(place(0), 0L, place(1), 5L))).isTrue();
    assertThat(start.reaches(Map.of(place(0), 1L, place(1), 5L))).isFalse();
    assertThat(start.reaches(Map.of(place(2), 0L))).isFalse();
    assertThat(start.reaches(Map.of(new Place("another", 0), 0L))).isFalse();
  }
}
