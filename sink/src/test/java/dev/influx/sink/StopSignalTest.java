package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StopSignalTest {
  private final StopSignal stop = new StopSignal();
  private final CountDownLatch begun = new CountDownLatch(1);

  @Test
  void itCutsShortWorkThatWaits() throws Exception {
    CompletableFuture<String> work =
        CompletableFuture.supplyAsync(() -> stop.interrupting(this::waitForEver));
    begun.await();

    stop.give();

    assertThat(work.get()).isEqualTo("interrupted");
  }

  @Test
  void workThatBeginsAfterItIsCutShortAsWell() {
    stop.give();

    assertThat(stop.interrupting(this::waitForEver)).isEqualTo("interrupted");
    assertThat(Thread.currentThread().isInterrupted()).as("what comes after").isFalse();
  }

  @Test
  void otherWorkIsLeftAlone() throws Exception {
    CountDownLatch given = new CountDownLatch(1);
    CompletableFuture<Boolean> work =
        CompletableFuture.supplyAsync(
            () -> {
              stop.interrupting(() -> "done");
              begun.countDown();
              return awaited(given) && !Thread.currentThread().isInterrupted();
            });
    begun.await();

    stop.give();
    given.countDown();

    assertThat(work.get()).isTrue();
  }

  @Test
  void itEndsAPause() {
    CompletableFuture<Void> pause =
        CompletableFuture.runAsync(() -> stop.pause(Duration.ofMinutes(10)));

    stop.give();

    await().until(pause::isDone);
    assertThat(stop.given()).isTrue();
  }

  private String waitForEver() {
    begun.countDown();
    return awaited(new CountDownLatch(1)) ? "released" : "interrupted";
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
