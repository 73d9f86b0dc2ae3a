package dev.influx.scorer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.schemas.scores.Histogram.Bin;
import dev.influx.scorer.statistics.Distribution.Bands;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

  @Test
  void ofNothingThereIsNone() {
    assertThat(Distribution.of(Scores.of())).isEmpty();
    assertThat(Shift.of(Scores.of())).isEmpty();
  }

  @Test
  void ofOneScoreItIsThatScore() {
    Distribution distribution = of(42.5);

    assertThat(distribution)
        .extracting(
            Distribution::min,
            Distribution::p5,
            Distribution::p50,
            Distribution::p95,
            Distribution::max,
            Distribution::mean)
        .containsOnly(42.5);
    assertThat(distribution.interquartileRange()).isZero();
  }

  @Test
  void aPercentileIsAlwaysOneOfTheScores() {
    Distribution distribution = of(4, 1, 3, 2);

    assertThat(distribution)
        .extracting(Distribution::p25, Distribution::p50, Distribution::p75, Distribution::p95)
        .containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(distribution.mean()).isEqualTo(2.5);
    assertThat(distribution.interquartileRange()).isEqualTo(2);
  }

  @Test
  void bandsBeginWhereTheySay() {
    assertThat(of(0, 29.9, 30, 49.9, 50, 100).bands()).isEqualTo(new Bands(2, 2, 2));
  }

  @Test
  void binsHoldTenPointsAndTheLastOneTheTopOfTheScale() {
    assertThat(of(0, 9.9, 10, 89.9, 90, 99.9, 100).histogram().bins())
        .hasSize(10)
        .contains(new Bin(0, 10, 2), new Bin(10, 20, 1), new Bin(80, 90, 1), new Bin(90, 100, 3));
  }

  @Test
  void zeroIsZeroWhateverItsSign() {
    Distribution distribution = of(-0.0, 0.0, 0.1);

    assertThat(distribution.zeroScores()).isEqualTo(2);
    assertThat(distribution.min()).isEqualTo(0.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotANumberIsNotAScore(double value) {
    assertThatThrownBy(() -> Scores.of(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFiguresAreThoseOfANaiveCountWhateverTheScores() {
    for (long seed = 1; seed <= 300; seed++) {
      double[] scores = randomScores(new SplittableRandom(seed));
      assertFigures(scores, "seed " + seed);
    }
  }

  private static void assertFigures(double[] scores, String seed) {
    Distribution distribution = of(scores);

    assertThat(distribution.min()).as(seed).isEqualTo(naive(scores, 0));
    assertThat(distribution.p5()).as(seed).isEqualTo(naive(scores, 5));
    assertThat(distribution.p25()).as(seed).isEqualTo(naive(scores, 25));
    assertThat(distribution.p50()).as(seed).isEqualTo(naive(scores, 50));
    assertThat(distribution.p75()).as(seed).isEqualTo(naive(scores, 75));
    assertThat(distribution.p95()).as(seed).isEqualTo(naive(scores, 95));
    assertThat(distribution.max()).as(seed).isEqualTo(naive(scores, 100));
    assertThat(distribution.mean()).as(seed).isEqualTo(naiveMean(scores));
    Bands bands = distribution.bands();
    assertThat(bands.high() + bands.middle() + bands.low()).as(seed).isEqualTo(scores.length);
    assertThat(distribution.histogram().bins().stream().mapToLong(Bin::count).sum())
        .as(seed)
        .isEqualTo(scores.length);
    assertThat(Shift.of(Scores.of(scores)))
        .as(seed)
        .contains(new Shift(scores.length, naive(scores, 50), naiveMean(scores)));
  }

  /** The least of the scores that at least so many in a hundred do not exceed. */
  private static double naive(double[] scores, int percent) {
    return Arrays.stream(scores)
        .filter(score -> 100L * notAbove(score, scores) >= (long) percent * scores.length)
        .min()
        .orElseThrow();
  }

  private static long notAbove(double score, double[] scores) {
    return Arrays.stream(scores).filter(other -> other <= score).count();
  }

  private static double naiveMean(double[] scores) {
    return DoubleStream.of(scores)
        .mapToObj(BigDecimal::valueOf)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(scores.length), 4, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  /** With one decimal, so that there are ties. */
  static double[] randomScores(SplittableRandom random) {
    return random
        .ints(1 + random.nextInt(200), 0, 1001)
        .mapToDouble(tenths -> tenths / 10.0)
        .toArray();
  }

  private static Distribution of(double... scores) {
    return Distribution.of(Scores.of(scores)).orElseThrow();
  }
}
