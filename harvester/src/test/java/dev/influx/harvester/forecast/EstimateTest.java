package dev.influx.harvester.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.budget.Allowance;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.budget.Budget.Span;
import dev.influx.harvester.budget.Money;
import dev.influx.harvester.budget.Prices;
import dev.influx.harvester.forecast.Estimate.Obstacle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class EstimateTest {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Limits USUAL = Limits.ofEach(RequestLimit.fresh(300, WINDOW));
  private static final Allowance NO_BOUND = Budget.UNLIMITED.whole(Prices.DEFAULT);

  private static Work work(long byId, long byHandle) {
    return new Work(byId, byHandle, 100, 3, Duration.ZERO);
  }

  private static Duration time(Work work, Limits limits) {
    return Estimate.of(work, 0, limits, NO_BOUND).time().orElseThrow();
  }

  @Test
  void countsBatchesReadsAndMoney() {
    Estimate estimate = Estimate.of(work(9_950, 51), 0, USUAL, NO_BOUND);

    assertThat(estimate.batchesById()).isEqualTo(100);
    assertThat(estimate.batchesByHandle()).isEqualTo(1);
    assertThat(estimate.reads()).isEqualTo(10_001);
    assertThat(estimate.cost()).hasToString("$100.01");
    assertThat(estimate.isPossible()).isTrue();
  }

  @Test
  void aWindowOpensWithItsFirstRequest() {
    assertThat(time(work(30_000, 0), USUAL)).isEqualTo(Duration.ZERO);
    assertThat(time(work(30_001, 0), USUAL)).isEqualTo(WINDOW);
    assertThat(time(work(90_001, 0), USUAL)).isEqualTo(WINDOW.multipliedBy(3));
  }

  @Test
  void endpointsHaveWindowsOfTheirOwn() {
    assertThat(time(work(60_000, 60_000), USUAL)).isEqualTo(WINDOW);
    assertThat(time(work(120_000, 0), USUAL)).isEqualTo(WINDOW.multipliedBy(3));
  }

  @Test
  void whatIsLeftOfAnOpenWindowGoesFirst() {
    Limits limits = Limits.ofEach(new RequestLimit(300, WINDOW, 10, Duration.ofMinutes(4)));

    assertThat(time(work(1_000, 0), limits)).isEqualTo(Duration.ZERO);
    assertThat(time(work(1_001, 0), limits)).isEqualTo(Duration.ofMinutes(4));
    assertThat(time(work(31_001, 0), limits)).isEqualTo(Duration.ofMinutes(19));
  }

  @Test
  void aRequestNeedsRoomInEveryAllowance() {
    RequestLimit daily = RequestLimit.fresh(500, Duration.ofDays(1));
    Limits limits = new Limits(List.of(RequestLimit.fresh(300, WINDOW), daily), List.of());

    assertThat(time(work(50_000, 0), limits)).isEqualTo(WINDOW);
    assertThat(time(work(50_001, 0), limits)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void roundTripsCountWhereLimitsDoNot() {
    Work work = new Work(1_000, 0, 100, 3, Duration.ofSeconds(2));

    assertThat(time(work, Limits.NONE)).isEqualTo(Duration.ofSeconds(8));
    assertThat(time(work(0, 0), Limits.NONE)).isEqualTo(Duration.ZERO);
  }

  @Test
  void whoWasBilledTodayCostsNothing() {
    Estimate estimate = Estimate.of(work(100, 0), 60, USUAL, NO_BOUND);

    assertThat(estimate.reads()).isEqualTo(40);
    assertThat(estimate.batchesById()).isEqualTo(1);
  }

  @Test
  void namesEverythingThatIsInTheWay() {
    Allowance little =
        new Budget(OptionalLong.of(99), Optional.of(new Money(500_000)), Span.RUN)
            .whole(Prices.DEFAULT);
    Limits none = Limits.ofEach(RequestLimit.fresh(0, WINDOW));

    Estimate estimate = Estimate.of(work(100, 0), 0, none, little);

    assertThat(estimate.obstacles())
        .containsExactlyInAnyOrder(Obstacle.READS, Obstacle.COST, Obstacle.LIMITS);
    assertThat(estimate.affordable()).isEqualTo(50);
    assertThat(estimate.time()).isEmpty();
    assertThat(estimate.isPossible()).isFalse();
  }

  @Test
  void countsTheDaysThatADailyBudgetTakes() {
    Budget daily = new Budget(OptionalLong.of(100), Optional.empty(), Span.UTC_DAY);
    Allowance whole = daily.whole(Prices.DEFAULT);

    assertThat(Estimate.of(work(100, 0), 0, USUAL, whole).days(whole)).hasValue(1);
    assertThat(Estimate.of(work(101, 0), 0, USUAL, whole).days(whole)).hasValue(2);
    assertThat(Estimate.of(work(200, 0), 0, USUAL, whole).days(whole)).hasValue(2);
    assertThat(Estimate.of(work(201, 0), 0, USUAL, whole).days(whole)).hasValue(3);
    Allowance nothing =
        new Budget(OptionalLong.of(0), Optional.empty(), Span.UTC_DAY).whole(Prices.DEFAULT);
    assertThat(Estimate.of(work(1, 0), 0, USUAL, nothing).days(nothing)).isEmpty();
  }
}
