package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.StoreRun.Memory;
import dev.influx.bench.worker.Level;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreRunTest {
  @Test
  void memoryAndRestoreCountWithoutWhatAnIdleProcessTakes() {
    StoreRun run = run(3, Optional.of(100_000L), Optional.of(500_000L));

    assertThat(run.restoredPerSecond()).contains(1_000.0);
    assertThat(run.heapPerAuthor()).isEqualTo(300);
    assertThat(run.residentPerAuthor()).contains(400.0);
  }

  @Test
  void aRestoreThatIsLostInTheStartHasNoRate() {
    assertThat(run(1, Optional.of(1L), Optional.of(2L)).restoredPerSecond()).isEmpty();
  }

  @Test
  void memoryThatTheSystemDoesNotTellIsAbsent() {
    StoreRun run = run(3, Optional.empty(), Optional.of(2L));

    assertThat(run.residentPerAuthor()).isEmpty();
    assertThat(run.data()).doesNotContainKey("resident_bytes_per_author");
  }

  private static StoreRun run(
      double restoreSeconds, Optional<Long> residentBefore, Optional<Long> residentAfter) {
    return new StoreRun(
        Level.HASH,
        Optional.empty(),
        1_000,
        2_000,
        restoreSeconds,
        1.5,
        1,
        new Memory(50_000, residentBefore),
        new Memory(350_000, residentAfter));
  }
}
