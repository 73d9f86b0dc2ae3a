package dev.influx.harvester.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.budget.Budget.Span;
import dev.influx.harvester.budget.Spending.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SpendingTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

  private static Spending reads(long most, Span span) {
    return new Spending(new Budget(OptionalLong.of(most), Optional.empty(), span), Prices.DEFAULT);
  }

  @Test
  void countsEveryKeyUntilTheAnswerTellsBetter() {
    Spending spending = reads(100, Span.RUN);

    Reservation sent = spending.reserve(60, NOON);
    assertThat(spending.mayAsk(40, NOON)).isTrue();
    assertThat(spending.mayAsk(41, NOON)).isFalse();

    spending.settle(sent, List.of("1", "2"), NOON);
    assertThat(spending.left(NOON).users()).hasValue(98);
    assertThat(spending.cost(NOON)).hasToString("$0.02");
  }

  @Test
  void doesNotCountAUserTwiceOnADay() {
    Spending spending = reads(100, Span.RUN);
    spending.settle(spending.reserve(2, NOON), List.of("1", "2"), NOON);

    assertThat(spending.worstCase(List.of("1", "2", "3"), 4, NOON)).isEqualTo(5);
    spending.settle(spending.reserve(1, NOON), List.of("1", "2", "3"), NOON);

    assertThat(spending.reads(NOON)).isEqualTo(3);
    assertThat(spending.worstCase(List.of("1"), 0, TOMORROW)).isEqualTo(1);
  }

  @Test
  void aBudgetOfTheRunGoesOnAndOneOfTheDayBeginsAnew() {
    Spending run = reads(10, Span.RUN);
    Spending day = reads(10, Span.UTC_DAY);
    for (Spending spending : List.of(run, day)) {
      spending.settle(spending.reserve(2, NOON), List.of("1", "2"), NOON);
      spending.settle(spending.reserve(1, TOMORROW), List.of("1"), TOMORROW);
    }

    assertThat(run.left(TOMORROW).reads()).hasValue(7);
    assertThat(day.left(TOMORROW).reads()).hasValue(9);
  }

  @Test
  void aRequestWithoutAnAnswerMayHaveBeenBilled() {
    Spending spending = reads(100, Span.RUN);
    spending.lose(spending.reserve(30, NOON), NOON);
    spending.release(spending.reserve(20, NOON));

    assertThat(spending.left(NOON).reads()).hasValue(70);
  }

  @Test
  void overMidnightAnAnswerCountsNowAndItsUsersMayCountAgain() {
    Spending spending = reads(100, Span.UTC_DAY);
    Reservation sent = spending.reserve(1, Instant.parse("2026-03-01T23:59:59Z"));
    Instant after = Instant.parse("2026-03-02T00:00:01Z");

    assertThat(spending.left(after).reads()).hasValue(99);
    spending.settle(sent, List.of("1"), after);

    assertThat(spending.reads(after)).isEqualTo(1);
    assertThat(spending.worstCase(List.of("1"), 0, after)).isEqualTo(1);
  }

  @Test
  void moneyAndReadsBoundTogether() {
    Budget budget = new Budget(OptionalLong.of(500), Optional.of(new Money(1_019_999)), Span.RUN);
    Allowance whole = budget.whole(Prices.DEFAULT);

    assertThat(whole.users()).hasValue(101);
    assertThat(whole.covers(101)).isTrue();
    assertThat(whole.covers(102)).isFalse();
    assertThat(budget.whole(new Prices(Money.ZERO)).users()).hasValue(500);
    assertThat(Budget.UNLIMITED.whole(Prices.DEFAULT).users()).isEmpty();
    assertThat(Budget.UNLIMITED.whole(Prices.DEFAULT).covers(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void remembersWhatARunBeforeHadSpent() {
    Spending spending = reads(10, Span.RUN);
    spending.recall(List.of("1", "2"), NOON.minus(Duration.ofDays(1)));
    spending.recall(List.of("1", "18446744073709551615", "0"), NOON);

    assertThat(spending.left(NOON).reads()).hasValue(5);
    assertThat(spending.worstCase(List.of("1", "2", "0"), 0, NOON)).isEqualTo(1);
  }

  @Test
  void aClockThatIsSetBackDoesNotForgetTheDay() {
    Spending spending = reads(10, Span.UTC_DAY);
    spending.recall(List.of("1"), TOMORROW);

    assertThat(spending.reads(NOON)).isEqualTo(1);
    assertThat(spending.reads(TOMORROW)).isEqualTo(1);
  }
}
