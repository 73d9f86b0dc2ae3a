package dev.influx.scorer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  @Test
  void theSameOrderIsOneAndTheReverseMinusOne() {
    double[] scores = {3, 1, 4, 1.5, 9};
    assertThat(spearman(scores, scores)).hasValue(1);
    assertThat(spearman(scores, new double[] {30, 10, 400, 15, 4000})).hasValue(1);
    assertThat(spearman(scores, new double[] {-3, -1, -4, -1.5, -9})).hasValue(-1);
  }

  /** A textbook example: hours of television and intelligence quotient. */
  @Test
  void isWhatTextbooksSay() {
    double[] quotient = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    double[] hours = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    assertThat(spearman(quotient, hours).orElseThrow()).isCloseTo(-29 / 165.0, within(1e-12));
  }

  /** Mean ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5). */
  @Test
  void equalScoresShareTheMeanOfTheirRanks() {
    double[] tied = {10, 20, 20, 30};
    assertThat(spearman(tied, new double[] {1, 2, 3, 4}).orElseThrow())
        .isCloseTo(Math.sqrt(0.9), within(1e-12));
  }

  @Test
  void whereThereIsNoOrderThereIsNoCorrelation() {
    assertThat(spearman(new double[0], new double[0])).isEmpty();
    assertThat(spearman(new double[] {1}, new double[] {2})).isEmpty();
    assertThat(spearman(new double[] {5, 5, 5}, new double[] {1, 2, 3})).isEmpty();
  }

  @Test
  void scoresOfDifferentAuthorsAreRefused() {
    assertThatThrownBy(() -> spearman(new double[] {1, 2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isTheCorrelationOfCountedRanksWhateverTheScores() {
    for (long each = 1; each <= 200; each++) {
      long seed = each;
      SplittableRandom random = new SplittableRandom(seed);
      double[] one = random.ints(2 + random.nextInt(60), 0, 20).asDoubleStream().toArray();
      double[] other = near(one, random);
      double expected = pearson(countedRanks(one), countedRanks(other));
      OptionalDouble actual = spearman(one, other);

      assertThat(actual.isEmpty()).as("seed %d", seed).isEqualTo(Double.isNaN(expected));
      actual.ifPresent(
          value -> assertThat(value).as("seed %d", seed).isCloseTo(expected, within(1e-12)));
      assertThat(spearman(other, one)).as("seed %d", seed).isEqualTo(actual);
    }
  }

  /** More or less in the same order. */
  private static double[] near(double[] scores, SplittableRandom random) {
    int noise = 1 + random.nextInt(30);
    return Arrays.stream(scores).map(score -> score + random.nextInt(noise)).toArray();
  }

  /** One, for each that is below; half for each that is equal, itself included; and a half. */
  private static double[] countedRanks(double[] scores) {
    return Arrays.stream(scores)
        .map(
            score ->
                0.5
                    + Arrays.stream(scores)
                        .map(other -> other < score ? 1 : other == score ? 0.5 : 0)
                        .sum())
        .toArray();
  }

  private static double pearson(double[] one, double[] other) {
    double meanOfOne = Arrays.stream(one).average().orElseThrow();
    double meanOfOther = Arrays.stream(other).average().orElseThrow();
    double together = 0;
    double spreadOfOne = 0;
    double spreadOfOther = 0;
    for (int i = 0; i < one.length; i++) {
      together += (one[i] - meanOfOne) * (other[i] - meanOfOther);
      spreadOfOne += Math.pow(one[i] - meanOfOne, 2);
      spreadOfOther += Math.pow(other[i] - meanOfOther, 2);
    }
    return together / Math.sqrt(spreadOfOne * spreadOfOther);
  }

  private static OptionalDouble spearman(double[] one, double[] other) {
    return RankCorrelation.spearman(Scores.of(one), Scores.of(other));
  }
}
