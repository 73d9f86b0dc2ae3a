package dev.influx.schemas.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

  @Test
  void nothingHasMovedWhereTheSharesAreTheSame() {
    assertThat(PopulationStability.index(histogram(5, 15, 15), histogram(5, 15, 15))).hasValue(0);
  }

  /** Half and half against a quarter and three quarters: (1/4) ln 2 - (1/4) ln (2/3). */
  @Test
  void isTheSumOverTheBinsThatAreNotEmpty() {
    double index =
        PopulationStability.index(histogram(5, 5, 15, 15), histogram(5, 15, 15, 15)).orElseThrow();

    assertThat(index).isCloseTo(0.25 * Math.log(2) - 0.25 * Math.log(2 / 3.0), within(1e-12));
  }

  @Test
  void ofNobodyNothingCanBeSaid() {
    assertThat(PopulationStability.index(histogram(), histogram(5))).isEmpty();
    assertThat(PopulationStability.index(histogram(5), histogram())).isEmpty();
  }

  @Test
  void isFiniteNeverNegativeAndTheSameBothWays() {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Histogram one = histogram(random.doubles(1 + random.nextInt(50), 0, 100).toArray());
      Histogram other = histogram(random.doubles(1 + random.nextInt(50), 0, 60).toArray());
      double index = PopulationStability.index(one, other).orElseThrow();

      assertThat(index).as("seed %d", seed).isFinite().isGreaterThanOrEqualTo(0);
      assertThat(PopulationStability.index(other, one).orElseThrow())
          .as("seed %d", seed)
          .isCloseTo(index, within(1e-12));
    }
  }

  private static Histogram histogram(double... scores) {
    return Histogram.of(scores);
  }
}
