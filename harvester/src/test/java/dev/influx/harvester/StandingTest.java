package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.influx.harvester.HarvestProgress.Spent;
import dev.influx.harvester.budget.Money;
import dev.influx.harvester.plan.Beginning;
import dev.influx.runtime.Explained;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class StandingTest {
  private final Standing standing = new Standing(() -> new Spent(0, Money.ZERO));

  @Test
  void tellsWaitersWhenTheirRoundIsOver() {
    CompletableFuture<HarvestProgress> first = waiter(1);
    CompletableFuture<HarvestProgress> second = waiter(2);

    standing.begin(Beginning.of(0));
    assertThat(first).isNotDone();
    standing.complete(5);

    assertThat(first).isCompletedWithValueMatching(progress -> progress.completedRounds() == 1);
    assertThat(second).isNotDone();
    assertThat(waiter(1)).as("who comes late").isCompleted();
  }

  @Test
  void countsRoundsFromOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> standing.round(0));
  }

  @Test
  void endsInOrder() {
    CompletableFuture<HarvestProgress> second = waiter(2);
    standing.begin(Beginning.of(0));
    standing.complete(1);
    standing.finish();

    assertThat(standing.end().toCompletableFuture())
        .isCompletedWithValueMatching(HarvestProgress::firstRoundComplete);
    assertThat(waiter(1)).isCompleted();
    assertEndedBy(second, CancellationException.class);
    assertEndedBy(waiter(3), CancellationException.class);
    assertThat(standing.isOver()).isTrue();
  }

  @Test
  void failsForAllWhoWaitAndWhoComeLate() {
    CompletableFuture<HarvestProgress> first = waiter(1);
    standing.fail(new Explained("what", "why", "remedy", null));

    assertEndedBy(first, Explained.class);
    assertEndedBy(waiter(1), Explained.class);
    assertEndedBy(standing.end().toCompletableFuture(), Explained.class);
  }

  @Test
  void isCancelledForAllWhoWaitAndWhoComeLate() {
    CompletableFuture<HarvestProgress> first = waiter(1);
    standing.cancel();

    assertEndedBy(first, CancellationException.class);
    assertEndedBy(waiter(1), CancellationException.class);
    assertEndedBy(standing.end().toCompletableFuture(), CancellationException.class);
  }

  @Test
  void cannotBeChangedByWhoWaits() {
    assertThat(waiter(1).complete(null)).isTrue();

    assertThat(waiter(1)).isNotDone();
  }

  private CompletableFuture<HarvestProgress> waiter(int round) {
    return standing.round(round).toCompletableFuture();
  }

  private static void assertEndedBy(
      CompletableFuture<HarvestProgress> waiter, Class<? extends Throwable> cause) {
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(waiter::join)
        .withCauseInstanceOf(cause);
  }
}
