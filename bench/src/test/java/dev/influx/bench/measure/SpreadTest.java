package dev.influx.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theMiddleOfAnOddNumberIsOneOfThem() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).contains(new Spread(4, 1, 9));
  }

  @Test
  void theMiddleOfAnEvenNumberLiesBetweenTwo() {
    assertThat(Spread.of(List.of(4.0, 1.0, 9.0, 2.0))).contains(new Spread(3, 1, 9));
  }

  @Test
  void nothingHasNoMiddle() {
    assertThat(Spread.of(List.of())).isEmpty();
  }
}
