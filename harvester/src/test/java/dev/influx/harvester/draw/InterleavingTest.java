package dev.influx.harvester.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InterleavingTest {

  @Test
  void everyPrefixIsWithinOneOfTheFluid() {
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      int lists = 1 + random.nextInt(14);
      long[] sizes = new long[lists];
      double[] weights = new double[lists];
      for (int i = 0; i < lists; i++) {
        sizes[i] = random.nextInt(random.nextInt(4) == 0 ? 400 : 20);
        weights[i] = (1 + random.nextInt(1_000)) / (double) (1 + random.nextInt(4));
      }
      check(sizes, weights, "seed " + seed);
    }
  }

  @Test
  void byTheirSizesAllListsEndTogether() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      long[] sizes = random.longs(1 + random.nextInt(60), 1, 80).toArray();
      check(
          sizes,
          IntStream.range(0, sizes.length).mapToDouble(i -> sizes[i]).toArray(),
          "seed " + seed);
    }
  }

  @Test
  void keepsTheOrderOfEachList() {
    assertThat(
            Interleaving.of(
                List.of(List.of("a", "b", "c", "d"), List.of("x", "y")), new double[] {2, 1}))
        .containsExactly("a", "b", "x", "c", "d", "y");
  }

  private static void check(long[] sizes, double[] weights, String scene) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      lists.add(Collections.nCopies((int) sizes[i], i));
    }
    List<Integer> order = Interleaving.of(lists, weights);
    long[] taken = new long[sizes.length];
    double[] ideal = new double[sizes.length];
    double farthest = 0;
    for (int step = 0; step < order.size(); step++) {
      taken[order.get(step)]++;
      drain(ideal, sizes, weights);
      for (int i = 0; i < sizes.length; i++) {
        farthest = Math.max(farthest, Math.abs(taken[i] - ideal[i]));
      }
    }
    assertThat(farthest).as("items from the ideal, %s", scene).isLessThan(1 + 1e-6);
    assertThat(taken).as(scene).containsExactly(sizes);
  }

  /** One item more flows out of all lists together: in rounds, until none has run dry in one. */
  private static void drain(double[] ideal, long[] sizes, double[] weights) {
    double rest = 1;
    while (rest > 1e-12) {
      double active = 0;
      double shortest = Double.MAX_VALUE;
      for (int i = 0; i < sizes.length; i++) {
        if (sizes[i] - ideal[i] > 1e-9) {
          active += weights[i];
          shortest = Math.min(shortest, (sizes[i] - ideal[i]) / weights[i]);
        }
      }
      if (active == 0) {
        return;
      }
      double sink = Math.min(shortest, rest / active);
      for (int i = 0; i < sizes.length; i++) {
        if (sizes[i] - ideal[i] > 1e-9) {
          ideal[i] += sink * weights[i];
        }
      }
      rest -= sink * active;
    }
  }
}
