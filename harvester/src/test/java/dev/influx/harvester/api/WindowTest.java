package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.RateReport.Pool;
import dev.influx.harvester.api.RateReport.PoolKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WindowTest {
  private static final Instant NOW = TestingTime.START;
  private static final long NANOS = Duration.ofMinutes(5).toNanos();

  @Test
  void endsALittleAfterTheReset() {
    Window window = window(10, 3, NOW.plusSeconds(60));

    assertThat(window.isOver(NANOS + Duration.ofSeconds(60).toNanos())).isFalse();
    assertThat(window.isOver(NANOS + Duration.ofSeconds(61).toNanos())).isTrue();
  }

  @Test
  void isOverWhenTheResetIsPast() {
    assertThat(window(10, 0, NOW.minusSeconds(1)).isOver(NANOS)).isTrue();
  }

  @Test
  void believesNoResetThatIsTooFarAway() {
    Window window = window(10, 0, NOW.plus(Duration.ofDays(400)));

    assertThat(window.isOver(NANOS + Duration.ofMinutes(16).toNanos())).isTrue();
    assertThat(window.isOver(NANOS + Duration.ofMinutes(14).toNanos())).isFalse();
  }

  @Test
  void takesTheLowestCountOfTheSameWindow() {
    Window late = window(10, 7, NOW.plusSeconds(60));
    Window early = window(10, 4, NOW.plusSeconds(60));

    assertThat(early.merge(late, 0).remaining()).isEqualTo(4);
    assertThat(late.merge(early, 0).remaining()).isEqualTo(4);
  }

  @Test
  void replacesAWindowByALaterOneButNotByAPastOne() {
    Window old = window(10, 0, NOW.plusSeconds(60));
    Window next = window(10, 9, NOW.plusSeconds(120));

    assertThat(old.merge(next, 2).remaining()).as("two under way may count in it").isEqualTo(7);
    assertThat(next.merge(old, 2)).isEqualTo(next);
  }

  @Test
  void givesWhatIsLeftAsAPartOfTheWhole() {
    assertThat(window(300, 75, NOW.plusSeconds(60)).remainingRatio()).isEqualTo(0.25);
    assertThat(window(300, 0, NOW.plusSeconds(60)).spend(1).remainingRatio()).isZero();
    assertThat(window(0, 0, NOW.plusSeconds(60)).remainingRatio()).isZero();
  }

  private static Window window(long limit, long remaining, Instant reset) {
    return Window.of(
        new Pool(PoolKind.WINDOW, limit, remaining, reset.getEpochSecond()), NOW, NANOS);
  }
}
