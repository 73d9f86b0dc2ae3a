package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page.User;
import dev.influx.harvester.api.UnableToAskException;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.budget.Money;
import dev.influx.harvester.budget.Pace;
import dev.influx.harvester.budget.Prices;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Chance;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Settlement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ThrottleTest {

  @Test
  void letsNobodyThroughWhomTheBudgetDoesNotCover() {
    Throttle throttle = throttle(150);
    assertThat(throttle.batchSize()).isEqualTo(100);

    throttle.sent(byHandle(0, 100));

    assertThat(throttle.batchSize()).as("the first may be billed for all").isEqualTo(50);
    throttle.sent(byHandle(100, 50));
    assertThat(throttle.batchSize()).isZero();
  }

  @Test
  void givesBackWhatAnAnswerDidNotCost() {
    Throttle throttle = throttle(100);
    Batch batch = byHandle(0, 100);
    throttle.sent(batch);

    throttle.heard(found(batch, 30));

    assertThat(throttle.spent().reads()).isEqualTo(30);
    assertThat(throttle.spent().cost()).isEqualTo(Money.parse("0.30").orElseThrow());
    assertThat(throttle.batchSize()).isEqualTo(70);
  }

  @Test
  void countsARequestWithoutAnAnswerAsPaid() {
    Throttle throttle = throttle(100);
    Batch batch = byHandle(0, 40);
    throttle.sent(batch);

    throttle.heard(Settlement.of(batch, new Answer.Transient("503"), Samples.NOW));

    assertThat(throttle.spent().reads()).isEqualTo(40);
    assertThat(throttle.parallel()).as("and asks for less at a time").isEqualTo(1);
    assertThat(throttle.batchSize()).isEqualTo(50);
  }

  @Test
  void remembersWhatAnEarlierPartOfTheRunSpent() {
    Throttle throttle = throttle(10);

    throttle.recall(remembered("ada", Ending.FOUND, "1"));
    throttle.recall(remembered("ada", Ending.FOUND, "1"));
    throttle.recall(remembered("bob", Ending.NOT_FOUND, "2"));

    assertThat(throttle.spent().reads()).as("once a day, and only who was returned").isEqualTo(1);
    assertThat(throttle.batchSize()).isEqualTo(9);
  }

  @Test
  void tellsWhoWatchesWhatIsSpent() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Throttle throttle = throttle(100);
    throttle.report(meters);
    Batch batch = byHandle(0, 40);
    throttle.sent(batch);

    throttle.heard(found(batch, 30));

    assertThat(meters.get("influx.harvest.reads").functionCounter().count()).isEqualTo(30);
    assertThat(meters.get("influx.harvest.cost").functionCounter().count()).isEqualTo(0.3);
  }

  @Test
  void endsARunWhoseBudgetIsUsedUp() {
    Throttle throttle = throttle(0);

    assertThatExceptionOfType(UnableToAskException.class)
        .isThrownBy(throttle::awaitBudget)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Answer.Stop.Kind.QUOTA))
        .satisfies(e -> assertThat(e.remedy()).contains("--max-reads", "resume"));
  }

  @Test
  void takesNoNoteOfWhatWasNeverSent() {
    Throttle throttle = throttle(100);

    throttle.heard(Settlement.ofInvalid(List.of(Samples.byHandle("not-a-handle")), Samples.NOW));

    assertThat(throttle.spent().reads()).isZero();
    assertThat(throttle.parallel()).isEqualTo(3);
  }

  private static Throttle throttle(long reads) {
    return new Throttle(
        Pace.Bounds.DEFAULT,
        new Budget(OptionalLong.of(reads), Optional.empty(), Budget.Span.RUN),
        Prices.DEFAULT,
        () -> Samples.NOW);
  }

  private static Batch byHandle(int from, int count) {
    return new Batch(
        By.HANDLE,
        IntStream.range(from, from + count).mapToObj(i -> Samples.byHandle("user_" + i)).toList(),
        Chance.FIRST);
  }

  private static Settlement found(Batch batch, int users) {
    List<User> found = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      found.add(Samples.user(Integer.toString(1_000 + i), "user_" + i));
    }
    return Settlement.of(batch, new Answer.Ok(Samples.page(found)), Samples.NOW);
  }

  private static Remembered remembered(String key, Ending ending, String id) {
    return new Remembered(
        key,
        ending,
        Optional.of(id),
        Optional.of(key),
        Samples.NOW,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
