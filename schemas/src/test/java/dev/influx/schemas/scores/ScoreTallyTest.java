package dev.influx.schemas.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.influx.schemas.scores.Histogram.Bin;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoreTallyTest {
  private static final int TENTHS = 1001;

  @Test
  void figuresAreThoseOfTheScoresOneByOne() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int[] tenths = random.ints(1 + random.nextInt(60), 0, TENTHS).sorted().toArray();
      ScoreTally tally = tally(tenths);

      assertThat(tally.total()).isEqualTo(tenths.length);
      assertThat(tally.percentile(0)).hasValue(tenths[0] / 10.0);
      assertThat(tally.percentile(100)).hasValue(tenths[tenths.length - 1] / 10.0);
      assertThat(tally.percentile(50)).hasValue(tenths[(tenths.length + 1) / 2 - 1] / 10.0);
      assertThat(tally.mean().orElseThrow())
          .isCloseTo(Arrays.stream(tenths).average().orElseThrow() / 10, within(0.00005001));
      assertThat(tally.zeros()).isEqualTo(Arrays.stream(tenths).filter(it -> it == 0).count());
      assertThat(tally.histogram())
          .isEqualTo(Histogram.of(Arrays.stream(tenths).mapToDouble(it -> it / 10.0).toArray()));
    }
  }

  @Test
  void hundredPointsAreInTheLastBin() {
    assertThat(tally(0, 99, 100, 999, 1000).histogram().bins())
        .contains(new Bin(0, 10, 2), new Bin(10, 20, 1), new Bin(90, 100, 2))
        .hasSize(10);
    assertThat(tally(499, 500, 501).between(0, 50)).isEqualTo(1);
  }

  @Test
  void ofNobodyThereAreNoFigures() {
    ScoreTally nobody = new ScoreTally(new TreeMap<>());

    assertThat(nobody.mean()).isEmpty();
    assertThat(nobody.percentile(50)).isEmpty();
    assertThat(nobody.total()).isZero();
  }

  private static ScoreTally tally(int... tenths) {
    long[] counts = new long[TENTHS];
    for (int each : tenths) {
      counts[each]++;
    }
    return ScoreTally.of(counts);
  }
}
