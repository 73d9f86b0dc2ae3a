package dev.influx.scorer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong(-SECOND);
  private final Throttle throttle = new Throttle(4, now::get);

  @Test
  void lettingSoManyASecondThroughItMakesTheOthersWait() {
    assertThat(throttle.reserve()).isZero();
    assertThat(throttle.reserve()).isEqualTo(SECOND / 4);
    assertThat(throttle.reserve()).isEqualTo(SECOND / 2);

    now.addAndGet(SECOND / 4);
    assertThat(throttle.reserve()).isEqualTo(SECOND / 2);
  }

  @Test
  void whatWasMissedIsNotMadeUpFor() {
    assertThat(throttle.reserve()).isZero();
    now.addAndGet(100 * SECOND);
    assertThat(throttle.reserve()).isZero();
    assertThat(throttle.reserve()).isEqualTo(SECOND / 4);
  }

  @Test
  void isOneForAllTasksOfAnApplication() {
    assertThat(Throttle.of("one", 5)).isSameAs(Throttle.of("one", 5));
    assertThat(Throttle.of("one", 5))
        .isNotSameAs(Throttle.of("two", 5))
        .isNotSameAs(Throttle.of("one", 6));
  }

  @Test
  void whoWaitsIsLetGoWhenTheApplicationStops() {
    Throttle slow = Throttle.of("stopping", 1);
    slow.reserve();
    Throttle.release("stopping");
    slow.hold();

    assertThat(slow.reserve()).isPositive();
    assertThat(Throttle.of("stopping", 1)).isNotSameAs(slow);
  }
}
