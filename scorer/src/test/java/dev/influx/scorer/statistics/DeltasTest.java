package dev.influx.scorer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeltasTest {

  @Test
  void eachDifferenceIsInTheStepThatItEndsIn() {
    Deltas deltas = Deltas.of(Scores.of(0, 0, 0.1, 5, 5.1, -0.1, -5, -5.1, 50.1, -99));

    assertThat(deltas.none()).isEqualTo(2);
    assertThat(deltas.bins())
        .filteredOn(bin -> bin.count() > 0)
        .containsExactly(
            new Deltas.Bin(-50, -45, 1),
            new Deltas.Bin(-10, -5, 1),
            new Deltas.Bin(-5, 0, 2),
            new Deltas.Bin(0, 5, 2),
            new Deltas.Bin(5, 10, 1),
            new Deltas.Bin(45, 50, 1));
  }

  @Test
  void countsEveryDifferenceOnceAndTheOppositeOnesOppositely() {
    for (long seed = 1; seed <= 200; seed++) {
      double[] differences =
          new SplittableRandom(seed).ints(60, -1000, 1000).mapToDouble(i -> i / 10.0).toArray();
      double[] opposite = new double[differences.length];
      for (int i = 0; i < opposite.length; i++) {
        opposite[i] = -differences[i];
      }
      Deltas deltas = Deltas.of(Scores.of(differences));
      Deltas mirrored = Deltas.of(Scores.of(opposite));
      int last = deltas.bins().size() - 1;

      assertThat(deltas.none() + deltas.bins().stream().mapToLong(Deltas.Bin::count).sum())
          .as("seed %d", seed)
          .isEqualTo(60);
      for (int i = 0; i <= last; i++) {
        assertThat(mirrored.bins().get(last - i).count())
            .as("seed %d, step %d", seed, i)
            .isEqualTo(deltas.bins().get(i).count());
      }
    }
  }
}
