package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.runtime.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitGateTest {
  private static final long ANY_WAIT = Duration.ofHours(1).toNanos();
  private static final Instant RESET = TestingTime.START.plusSeconds(60);

  private final TestingTime time = new TestingTime();
  private final LimitGate gate = new LimitGate(time, () -> 0);

  @Test
  void listingsHaveLimitsOfTheirOwn() throws InterruptedException {
    assertThat(gate.enter(By.ID, ANY_WAIT)).hasValue(0);
    gate.leave(By.ID, Replies.ok(exhausted()));

    for (Listing.Kind kind : Listing.Kind.values()) {
      assertThat(gate.enter(kind, 0)).hasValue(0);
      gate.leave(kind, Replies.ok(exhausted()));
      assertThat(gate.enter(kind, 0)).isEmpty();
    }
  }

  @Test
  void letsWaitWhoComesAfterTheLastAllowedRequest() throws InterruptedException {
    assertThat(gate.enter(By.ID, ANY_WAIT)).hasValue(0);
    gate.leave(By.ID, Replies.ok(exhausted()));

    assertThat(gate.enter(By.ID, ANY_WAIT)).hasValue(Duration.ofSeconds(61).toNanos());
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(61));
  }

  @Test
  void leavesToOthersWhatIsReserved() throws InterruptedException {
    LimitGate modest =
        new LimitGate(time, () -> 0, LimitMemory.none(), new LimitUse(LimitUse.Mode.BURST, 2));
    assertThat(modest.enter(By.ID, ANY_WAIT)).hasValue(0);
    modest.leave(By.ID, Replies.ok(Replies.window(5, 3, RESET, TestingTime.START)));

    assertThat(modest.enter(By.ID, 0)).hasValue(0);
    assertThat(modest.enter(By.ID, 0)).isEmpty();
  }

  @Test
  void spreadsWhatIsLeftOverTheWindowWhereThatIsWanted() throws InterruptedException {
    LimitGate even =
        new LimitGate(time, () -> 0, LimitMemory.none(), new LimitUse(LimitUse.Mode.PACE, 0));
    assertThat(even.enter(By.ID, ANY_WAIT)).hasValue(0);
    even.leave(By.ID, Replies.ok(Replies.window(5, 4, RESET, TestingTime.START)));

    for (int request = 0; request < 4; request++) {
      assertThat(even.enter(By.ID, ANY_WAIT)).isPresent();
    }
    assertThat(time.waits())
        .hasSize(3)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(16)));
  }

  @Test
  void keepsEndpointsApart() throws InterruptedException {
    assertThat(gate.enter(By.ID, ANY_WAIT)).isPresent();
    gate.leave(By.ID, Replies.ok(exhausted()));

    assertThat(gate.enter(By.HANDLE, ANY_WAIT)).hasValue(0);
  }

  @Test
  void letsNobodyWaitLongerThanAllowed() throws InterruptedException {
    assertThat(gate.enter(By.ID, ANY_WAIT)).isPresent();
    gate.leave(By.ID, Replies.ok(exhausted()));

    assertThat(gate.enter(By.ID, Duration.ofSeconds(60).toNanos())).isEmpty();
    assertThat(gate.opensAt(By.ID)).isEqualTo(RESET.plusSeconds(1));
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void goesByTheClockOfTheServer() throws InterruptedException {
    Instant there = TestingTime.START.minus(Duration.ofHours(1));
    assertThat(gate.enter(By.ID, ANY_WAIT)).isPresent();
    gate.leave(By.ID, Replies.ok(Replies.window(5, 0, there.plusSeconds(10), there)));

    assertThat(gate.enter(By.ID, ANY_WAIT)).hasValue(Duration.ofSeconds(11).toNanos());
  }

  @Test
  void knowsWhatIsLeft() throws InterruptedException {
    assertThat(gate.remainingRatio()).isEmpty();
    assertThat(gate.enter(By.ID, ANY_WAIT)).isPresent();
    gate.leave(By.ID, Replies.ok(Replies.window(4, 3, RESET, TestingTime.START)));

    assertThat(gate.remainingRatio()).hasValue(0.75);
  }

  @Test
  void remembersAfterARestartWhatWasUsedUp(@TempDir Path directory) throws InterruptedException {
    Path file = directory.resolve("state/limits");
    LimitGate first =
        new LimitGate(time, () -> 0, memory("https://api.x.com", file), LimitUse.DEFAULT);
    assertThat(first.enter(By.ID, ANY_WAIT)).hasValue(0);
    first.leave(By.ID, Replies.ok(Replies.window(3, 1, RESET, TestingTime.START)));
    assertThat(file).as("one more is allowed").doesNotExist();
    assertThat(first.enter(By.ID, ANY_WAIT)).as("and leaves").hasValue(0);

    LimitGate second =
        new LimitGate(time, () -> 0, memory("https://api.x.com", file), LimitUse.DEFAULT);
    assertThat(second.enter(By.HANDLE, 0)).hasValue(0);
    assertThat(second.enter(By.ID, 0)).isEmpty();
    assertThat(second.opensAt(By.ID)).isBetween(RESET, RESET.plusSeconds(2));
    LimitGate elsewhere =
        new LimitGate(time, () -> 0, memory("http://127.0.0.1:8090", file), LimitUse.DEFAULT);
    assertThat(elsewhere.enter(By.ID, 0)).hasValue(0);

    time.pass(Duration.ofSeconds(63));
    LimitGate later =
        new LimitGate(time, () -> 0, memory("https://api.x.com", file), LimitUse.DEFAULT);
    assertThat(later.enter(By.ID, 0)).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "a\tb", "https://api.x.com/2/users\t", "\t\t\t"})
  void losesNothingWithWhatItRemembers(String text, @TempDir Path directory)
      throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("limits"), text);

    LimitGate any =
        new LimitGate(time, () -> 0, memory("https://api.x.com", file), LimitUse.DEFAULT);

    assertThat(any.enter(By.ID, 0)).hasValue(0);
  }

  private static LimitMemory memory(String base, Path file) {
    return LimitMemory.of(
        ApiSettings.of(URI.create(base), Secret.of("canary"), "here").withLimitsNotedIn(file));
  }

  @Test
  void turnsAwayWhoComesAfterTheEnd() {
    gate.close();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> gate.enter(By.ID, ANY_WAIT));
  }

  @Test
  @Timeout(20)
  void turnsAwayWhoWaitsAndSaysUntilWhenTheyDid() throws InterruptedException {
    LimitGate real = new LimitGate(new SystemTime(InstantSource.system()), () -> 0);
    Instant now = Instant.now();
    assertThat(real.enter(By.ID, ANY_WAIT)).isPresent();
    real.leave(By.ID, Replies.ok(Replies.window(5, 0, now.plusSeconds(600), now)));
    AtomicReference<Throwable> end = new AtomicReference<>();
    CompletableFuture<Void> waiter = CompletableFuture.runAsync(() -> enter(real, end));

    await().until(() -> real.waitingUntil().isPresent());
    assertThat(real.waitingUntil().orElseThrow()).isAfter(now.plusSeconds(500));
    real.close();

    waiter.join();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertThat(real.waitingUntil()).isEmpty();
  }

  @Test
  @Timeout(20)
  void letsTheNextGoWhenTheFirstAnswerIsThere() throws InterruptedException {
    LimitGate real = new LimitGate(new SystemTime(InstantSource.system()), () -> 0);
    assertThat(real.enter(By.ID, ANY_WAIT)).isPresent();
    AtomicReference<Throwable> end = new AtomicReference<>();
    CompletableFuture<Void> waiter = CompletableFuture.runAsync(() -> enter(real, end));

    real.leave(By.ID, Replies.ok(RateReport.NONE));

    waiter.join();
    assertThat(end.get()).isNull();
  }

  private static void enter(LimitGate gate, AtomicReference<Throwable> end) {
    try {
      assertThat(gate.enter(By.ID, ANY_WAIT)).isPresent();
    } catch (InterruptedException e) {
      end.set(e);
    }
  }

  private static RateReport exhausted() {
    return Replies.window(5, 0, RESET, TestingTime.START);
  }
}
