package dev.influx.harvester.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.harvester.budget.Pace.Bounds;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PaceTest {

  @Test
  void startsWithFullBatchesThreeAtATime() {
    Pace pace = Pace.within(Bounds.DEFAULT);

    assertThat(pace.batchSize()).isEqualTo(100);
    assertThat(pace.parallel()).isEqualTo(3);
  }

  @Test
  void isHalvedByAnErrorAndClimbsStepByStep() {
    Pace hurt = Pace.within(new Bounds(100, 8)).afterError();

    assertThat(hurt.batchSize()).isEqualTo(50);
    assertThat(hurt.parallel()).isEqualTo(4);

    Pace almost = hurt.afterSuccess().afterSuccess().afterSuccess();
    assertThat(almost.batchSize()).isEqualTo(50);
    Pace better = almost.afterSuccess();
    assertThat(better.batchSize()).isEqualTo(60);
    assertThat(better.parallel()).isEqualTo(5);
  }

  @Test
  void anErrorStartsTheRoundAnew() {
    Pace pace = Pace.within(new Bounds(100, 4)).afterSuccess().afterSuccess().afterError();

    assertThat(pace.streak()).isZero();
  }

  @Test
  void tooManyRequestsAreAnsweredWithFewerNotWithSmallerOnes() {
    Pace pace = Pace.within(new Bounds(80, 6)).afterRefusal();

    assertThat(pace.batchSize()).isEqualTo(80);
    assertThat(pace.parallel()).isEqualTo(3);
  }

  @Test
  void staysWithinWhatLimitsAndBudgetLeave() {
    Pace pace = Pace.within(Bounds.DEFAULT);

    assertThat(pace.parallel(OptionalLong.of(2))).isEqualTo(2);
    assertThat(pace.parallel(OptionalLong.of(Long.MAX_VALUE))).isEqualTo(3);
    assertThat(pace.parallel(OptionalLong.empty())).isEqualTo(3);
    assertThat(pace.parallel(OptionalLong.of(-1))).isZero();
    assertThat(pace.batchSize(OptionalLong.of(37))).isEqualTo(37);
    assertThat(pace.batchSize(OptionalLong.of(0))).isZero();
    assertThat(pace.batchSize(OptionalLong.empty())).isEqualTo(100);
  }

  @Test
  void refusesBoundsThatXDoesNotTake() {
    assertThatThrownBy(() -> new Bounds(101, 3)).hasMessageContaining("101");
    assertThatThrownBy(() -> new Bounds(0, 3)).hasMessageContaining("batch size");
    assertThatThrownBy(() -> new Bounds(100, 0)).hasMessageContaining("requests at a time");
  }

  @Test
  void holdsItsBoundsWhateverHappensAndRecovers() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Bounds bounds = new Bounds(1 + random.nextInt(100), 1 + random.nextInt(20));
      Pace pace = Pace.within(bounds);
      for (int i = 0; i < 200; i++) {
        pace = step(pace, random, seed);
      }
      for (int i = 0; i < 20 * 30; i++) {
        Pace next = pace.afterSuccess();
        assertThat(next.batchSize()).as("seed %d", seed).isGreaterThanOrEqualTo(pace.batchSize());
        assertThat(next.parallel()).as("seed %d", seed).isGreaterThanOrEqualTo(pace.parallel());
        pace = next;
      }
      assertThat(pace.batchSize()).as("seed %d", seed).isEqualTo(bounds.batchSize());
      assertThat(pace.parallel()).as("seed %d", seed).isEqualTo(bounds.parallel());
    }
  }

  private static Pace step(Pace pace, Random random, long seed) {
    int kind = random.nextInt(4);
    Pace next =
        kind == 0 ? pace.afterError() : kind == 1 ? pace.afterRefusal() : pace.afterSuccess();
    assertThat(next.batchSize()).as("seed %d", seed).isBetween(1, pace.most().batchSize());
    assertThat(next.parallel()).as("seed %d", seed).isBetween(1, pace.most().parallel());
    if (kind == 0) {
      assertThat(next.batchSize()).as("seed %d", seed).isEqualTo(Math.max(1, pace.batchSize() / 2));
    }
    long allowed = random.nextInt(30);
    assertThat((long) next.parallel(OptionalLong.of(allowed)))
        .as("seed %d", seed)
        .isLessThanOrEqualTo(allowed);
    return next;
  }
}
