package dev.influx.scorer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExtremesTest {

  @Test
  void areTheFirstOfAllWhateverComesFirst() {
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Integer> all = random.ints(random.nextInt(50), 0, 1000).boxed().toList();
      int limit = random.nextInt(12);

      assertThat(first(limit, all))
          .as("seed %d", seed)
          .isEqualTo(all.stream().sorted().limit(limit).toList());
    }
  }

  @Test
  void areAllWhereThereAreFewer() {
    assertThat(first(10, List.of(2, 1))).containsExactly(1, 2);
  }

  private static List<Integer> first(int limit, List<Integer> all) {
    Extremes<Integer> extremes = new Extremes<>(limit, Comparator.naturalOrder());
    all.forEach(extremes::add);
    return extremes.inOrder();
  }
}
