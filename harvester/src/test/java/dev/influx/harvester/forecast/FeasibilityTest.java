package dev.influx.harvester.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.forecast.Feasibility.Bottleneck;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FeasibilityTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Limits USUAL = Limits.ofEach(RequestLimit.fresh(300, WINDOW));

  private static Work ids(long authors) {
    return new Work(authors, 0, 100, 3, Duration.ZERO);
  }

  @Test
  void tenThousandAreNoEffort() {
    Feasibility found = Feasibility.of(ids(10_000), USUAL, OptionalLong.empty(), DAY);

    assertThat(found.isEverybodyInTime()).isTrue();
    assertThat(found.age()).contains(Duration.ofMinutes(5));
    assertThat(found.bottleneck()).contains(Bottleneck.LIMITS_BY_ID);
  }

  @Test
  void saysHowManyFitAndWhatAgeIsReachedOtherwise() {
    Feasibility found = Feasibility.of(ids(10_000), USUAL, OptionalLong.of(4_000), DAY);

    assertThat(found.isEverybodyInTime()).isFalse();
    assertThat(found.fitting()).isEqualTo(4_000);
    assertThat(found.age()).contains(Duration.ofHours(60));
    assertThat(found.bottleneck()).contains(Bottleneck.BUDGET);
  }

  @Test
  void aDayIsBilledOnceHoweverOftenOneAsks() {
    OptionalLong perDay = OptionalLong.of(10_000);

    assertThat(Feasibility.of(ids(10_000), USUAL, perDay, Duration.ofHours(1)).isEverybodyInTime())
        .isTrue();
    assertThat(Feasibility.of(ids(10_001), USUAL, perDay, Duration.ofHours(1)).fitting())
        .isEqualTo(10_000);
    assertThat(Feasibility.of(ids(70_000), USUAL, perDay, Duration.ofDays(7)).isEverybodyInTime())
        .isTrue();
  }

  @Test
  void endpointsAreLimitedApart() {
    Limits uneven = new Limits(USUAL.byId(), List.of(RequestLimit.fresh(1, Duration.ofHours(24))));
    Feasibility found =
        Feasibility.of(
            new Work(500, 250, 100, 3, Duration.ZERO), uneven, OptionalLong.empty(), DAY);

    assertThat(found.fitting()).isEqualTo(600);
    assertThat(found.age()).contains(Duration.ofDays(3));
    assertThat(found.bottleneck()).contains(Bottleneck.LIMITS_BY_HANDLE);
  }

  @Test
  void nothingAtAllIsNeverEnough() {
    assertThat(Feasibility.of(ids(1), USUAL, OptionalLong.of(0), DAY).age()).isEmpty();
    assertThat(
            Feasibility.of(
                    ids(1), Limits.ofEach(RequestLimit.fresh(0, WINDOW)), OptionalLong.empty(), DAY)
                .fitting())
        .isZero();
    assertThat(Feasibility.of(ids(0), USUAL, OptionalLong.of(0), DAY).isEverybodyInTime()).isTrue();
  }

  @Test
  void nothingHoldsUpWhereThereAreNoBounds() {
    Feasibility found = Feasibility.of(ids(1_000), Limits.NONE, OptionalLong.empty(), DAY);

    assertThat(found.age()).contains(Duration.ZERO);
    assertThat(found.bottleneck()).isEmpty();
  }

  @Test
  void everybodyIsInTimeExactlyWhenTheAgeIsNotTooGreat() {
    for (long seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      Work work =
          new Work(
              random.nextInt(100_000),
              random.nextInt(10_000),
              1 + random.nextInt(100),
              1 + random.nextInt(5),
              Duration.ofMillis(random.nextInt(3_000)));
      Limits limits =
          Limits.ofEach(RequestLimit.fresh(random.nextInt(400), Duration.ofMinutes(15)));
      OptionalLong perDay =
          random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(200_000));
      Duration maxAge = Duration.ofMinutes(1 + random.nextInt(20_000));

      Feasibility found = Feasibility.of(work, limits, perDay, maxAge);

      boolean inTime = found.age().filter(age -> age.compareTo(maxAge) <= 0).isPresent();
      assertThat(found.isEverybodyInTime()).as("seed %d: %s", seed, found).isEqualTo(inTime);
      assertThat(found.fitting()).as("seed %d", seed).isBetween(0L, found.authors());
    }
  }
}
