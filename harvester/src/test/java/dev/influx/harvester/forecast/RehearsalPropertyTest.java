package dev.influx.harvester.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The time of a rehearsal against what arithmetic says where arithmetic can. */
final class RehearsalPropertyTest {

  @Test
  void oneAllowanceWithoutRoundTripsIsADivision() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int limit = 1 + random.nextInt(50);
      int batchSize = 1 + random.nextInt(100);
      Duration window = Duration.ofSeconds(1 + random.nextInt(900));
      Work work =
          new Work(1 + random.nextInt(5_000), 0, batchSize, 1 + random.nextInt(5), Duration.ZERO);
      long windows = (work.byId() + batchSize - 1) / batchSize;

      assertThat(Rehearsal.time(work, Limits.ofEach(RequestLimit.fresh(limit, window))))
          .as("seed %d", seed)
          .contains(window.multipliedBy((windows - 1) / limit));
    }
  }

  @Test
  void moreWorkersAndMoreAllowanceNeverTakeLonger() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Duration roundTrip = Duration.ofMillis(random.nextInt(2_000));
      Work work =
          new Work(
              random.nextInt(3_000), random.nextInt(3_000), 10, 1 + random.nextInt(4), roundTrip);
      Work wider = new Work(work.byId(), work.byHandle(), 10, work.parallel() + 1, roundTrip);
      Duration window = Duration.ofSeconds(1 + random.nextInt(60));
      long limit = 1L + random.nextInt(40);
      Limits limits = Limits.ofEach(RequestLimit.fresh(limit, window));
      Limits looser = Limits.ofEach(RequestLimit.fresh(limit * 2, window));
      Duration time = Rehearsal.time(work, limits).orElseThrow();

      assertThat(Rehearsal.time(work, looser).orElseThrow())
          .as("looser, seed %d", seed)
          .isLessThanOrEqualTo(time);
      assertThat(Rehearsal.time(wider, limits).orElseThrow())
          .as("wider, seed %d", seed)
          .isLessThanOrEqualTo(time.plus(roundTrip));
      assertThat(Rehearsal.time(work, Limits.NONE).orElseThrow())
          .as("no limits, seed %d", seed)
          .isEqualTo(roundTrip.multipliedBy(rounds(work)));
    }
  }

  private static long rounds(Work work) {
    long batches =
        List.of(work.byId(), work.byHandle()).stream().mapToLong(n -> (n + 9) / 10).sum();
    return (batches + work.parallel() - 1) / work.parallel();
  }
}
