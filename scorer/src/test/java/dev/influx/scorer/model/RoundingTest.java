package dev.influx.scorer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

  /** Which way 0.15 goes depends on whether the binary number nearest to it lies below. */
  @ParameterizedTest
  @CsvSource({
    "0.25, 0.2",
    "0.75, 0.8",
    "0.15, 0.1",
    "0.35, 0.3",
    "15.05, 15.1",
    "0, 0",
    "100, 100"
  })
  void roundsTheExactBinaryValueHalfToEven(double exact, double rounded) {
    assertThat(Rounding.oneDecimal(exact)).isEqualTo(rounded);
  }

  @Test
  void agreesWithDecimalArithmetic() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200_000; i++) {
      double tie = random.nextInt(2_000) / 20.0;
      double exact = i % 2 == 0 ? tie : random.nextDouble() * 100;
      double near = i % 3 == 0 ? Math.nextUp(exact) : exact;
      double expected = new BigDecimal(near).setScale(1, RoundingMode.HALF_EVEN).doubleValue();

      assertThat(Rounding.oneDecimal(near)).as("%s", near).isEqualTo(expected);
    }
  }

  @Test
  void clamps() {
    assertThat(Rounding.clamp(-1)).isZero();
    assertThat(Rounding.clamp(101)).isEqualTo(100);
    assertThat(Rounding.clamp(Double.NaN)).isNaN();
  }
}
