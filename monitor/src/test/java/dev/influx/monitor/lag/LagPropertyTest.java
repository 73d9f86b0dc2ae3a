package dev.influx.monitor.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against logs and groups to which anything happens: what is told is possible, and true. */
class LagPropertyTest {
  private static final int SEEDS = 500;

  @Test
  void figuresArePossibleWhateverHappens() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Scene scene = new Scene(new Random(seed), true);
      for (int step = 0; step < 60; step++) {
        scene.step();
        possible(scene.lag(), "seed %d, step %d".formatted(seed, step));
      }
    }
  }

  private static void possible(PartitionLag lag, String where) {
    assertThat(lag.records().orElse(0)).as(where).isNotNegative();
    assertThat(lag.records().isPresent()).as(where).isEqualTo(lag.look().committed().isPresent());
    assertThat(lag.look().lost()).as(where).isNotNegative();
    lag.time()
        .ifPresent(time -> assertThat(time.age()).as(where).isGreaterThanOrEqualTo(Duration.ZERO));
    lag.catchUp()
        .ifPresent(time -> assertThat(time).as(where).isGreaterThanOrEqualTo(Duration.ZERO));
    lag.velocity().ifPresent(rate -> assertThat(rate).as(where).isFinite());
    if (lag.records().orElse(1) == 0) {
      assertThat(lag.time().orElseThrow().age()).as(where).isZero();
      assertThat(lag.state()).as(where).isIn(LagState.OK, LagState.REWIND);
    }
    if (lag.state() == LagState.STOP) {
      assertThat(lag.look().committed()).as(where).isEmpty();
    }
  }

  /** The time that is told is a bound of how long the first unread record really waits. */
  @Test
  void nobodyIsCalledMoreRecentThanIsTrue() {
    int told = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Scene scene = new Scene(new Random(seed), false);
      for (int step = 0; step < 60; step++) {
        scene.step();
        PartitionLag lag = scene.lag();
        if (lag.isBehind() && lag.time().isPresent()) {
          told++;
          assertThat(lag.time().get().age())
              .as("seed %d, step %d: %s", seed, step, lag)
              .isGreaterThanOrEqualTo(scene.waiting().minus(scene.widest));
        }
      }
    }
    assertThat(told).isGreaterThan(SEEDS);
  }

  /** A log whose records arrive at known times. */
  private static final class Scene {
    private final Random random;
    private final boolean wild;
    private final List<Instant> arrivals = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private Instant now = TestingLooks.BEGIN;
    private Duration widest = Duration.ZERO;
    private int start;
    private OptionalLong committed = OptionalLong.empty();

    Scene(Random random, boolean wild) {
      this.random = random;
      this.wild = wild;
    }

    void step() {
      int seconds = 1 + random.nextInt(30);
      widest =
          widest.compareTo(Duration.ofSeconds(seconds)) < 0 ? Duration.ofSeconds(seconds) : widest;
      int written = random.nextInt(3) == 0 ? 0 : random.nextInt(50);
      for (int i = 0; i < written; i++) {
        arrivals.add(now.plusMillis(seconds * 1000L * i / written));
      }
      now = now.plusSeconds(seconds);
      read();
      looks.add(new Look(now, start, arrivals.size(), committed, eventTime()));
    }

    private void read() {
      long at = committed.orElse(start);
      switch (random.nextInt(wild ? 8 : 4)) {
        case 0, 1 ->
            committed =
                OptionalLong.of(
                    at + random.nextLong(arrivals.size() - Math.min(at, arrivals.size()) + 1));
        case 2 -> committed = OptionalLong.of(arrivals.size());
        case 4 -> committed = OptionalLong.of(random.nextInt(arrivals.size() + 5));
        case 5 -> start += random.nextInt(arrivals.size() - start + 1);
        case 6 -> committed = OptionalLong.empty();
        default -> {}
      }
    }

    /** Of the record before the commit, as Kafka Streams writes it. */
    private Optional<Instant> eventTime() {
      return committed.orElse(0) > 0 && committed.getAsLong() <= arrivals.size()
          ? Optional.of(arrivals.get((int) committed.getAsLong() - 1))
          : Optional.empty();
    }

    PartitionLag lag() {
      return PartitionLag.of(Evidence.of(TestingLooks.PARTITION, looks), LagSettings.usual());
    }

    Duration waiting() {
      Look last = looks.get(looks.size() - 1);
      return Duration.between(arrivals.get((int) last.position()), last.at());
    }
  }
}
