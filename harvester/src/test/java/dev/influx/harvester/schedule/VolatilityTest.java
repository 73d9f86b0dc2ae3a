package dev.influx.harvester.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VolatilityTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final OptionalLong ABSENT = OptionalLong.empty();

  private static Instant day(double days) {
    return START.plusMillis((long) (days * Duration.ofDays(1).toMillis()));
  }

  private static OptionalLong count(long value) {
    return OptionalLong.of(value);
  }

  @Test
  void isUnknownUntilSomethingWasSeenTwice() {
    assertThat(Volatility.UNKNOWN.perDay()).isEmpty();
    assertThat(Volatility.UNKNOWN.after(count(100), count(5), START).perDay()).isEmpty();
  }

  @Test
  void isTheRelativeChangeInADay() {
    Volatility seen =
        Volatility.UNKNOWN.after(count(990), ABSENT, day(0)).after(count(1_000), ABSENT, day(1));

    assertThat(seen.perDay()).hasValueCloseTo(0.01, within(1e-12));
  }

  @Test
  void losingFollowersIsNewsToo() {
    Volatility seen =
        Volatility.UNKNOWN.after(count(1_000), ABSENT, day(0)).after(count(800), ABSENT, day(2));

    assertThat(seen.perDay()).hasValueCloseTo(0.1, within(1e-12));
  }

  @Test
  void theLivelierCounterCounts() {
    Volatility seen =
        Volatility.UNKNOWN
            .after(count(1_000_000), count(90), day(0))
            .after(count(1_000_000), count(100), day(1));

    assertThat(seen.perDay()).hasValueCloseTo(0.1, within(1e-12));
  }

  @Test
  void absentIsNotZero() {
    Volatility seen = Volatility.UNKNOWN.after(count(1_000), count(50), day(0));
    Volatility gap = seen.after(ABSENT, ABSENT, day(1)).after(count(1_000), ABSENT, day(2));

    assertThat(gap.perDay()).hasValueCloseTo(0.0, within(1e-12));
    assertThat(
            Volatility.UNKNOWN.after(ABSENT, ABSENT, day(0)).after(ABSENT, ABSENT, day(9)).perDay())
        .isEmpty();
  }

  @Test
  void zeroIsANumber() {
    Volatility seen =
        Volatility.UNKNOWN.after(count(0), ABSENT, day(0)).after(count(0), ABSENT, day(1));

    assertThat(seen.perDay()).hasValue(0);
  }

  @Test
  void aMinuteTellsNothing() {
    Volatility seen =
        Volatility.UNKNOWN
            .after(count(100), ABSENT, START)
            .after(count(101), ABSENT, START.plusSeconds(60));

    assertThat(seen.perDay()).isEmpty();
  }

  @Test
  void anOlderSampleChangesNothing() {
    Volatility seen =
        Volatility.UNKNOWN.after(count(990), ABSENT, day(0)).after(count(1_000), ABSENT, day(1));

    assertThat(seen.after(count(5), ABSENT, day(0.5)).perDay()).isEqualTo(seen.perDay());
    assertThat(seen.after(count(5), ABSENT, day(1)).perDay()).isEqualTo(seen.perDay());
  }

  @Test
  void forgetsAStormWithinWeeks() {
    Volatility seen = Volatility.UNKNOWN.after(count(1_000), ABSENT, day(0));
    seen = seen.after(count(2_000), ABSENT, day(1));
    double storm = seen.perDay().orElseThrow();
    for (int i = 2; i < 30; i++) {
      seen = seen.after(count(2_000), ABSENT, day(i));
    }

    assertThat(storm).isCloseTo(0.5, within(1e-12));
    assertThat(seen.perDay().orElseThrow()).isBetween(0.0, 0.01);
  }

  @Test
  void doesNotDependOnHowOftenASteadyChangeIsSeen() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Volatility seen = Volatility.UNKNOWN;
      double at = 0;
      while (at < 20) {
        seen = seen.after(count(Math.round(1e12 * Math.exp(0.02 * at))), ABSENT, day(at));
        at += 0.01 + random.nextDouble();
      }
      assertThat(seen.perDay().orElseThrow()).as("seed %d", seed).isCloseTo(0.02, within(0.0005));
    }
  }
}
