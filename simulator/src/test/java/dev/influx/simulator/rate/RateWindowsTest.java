package dev.influx.simulator.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.rate.Grant.Pool;
import dev.influx.simulator.rate.Grant.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateWindowsTest {

  private static final Instant FIRST = Instant.parse("2026-03-03T10:00:29.700Z");
  private static final long RESET = FIRST.getEpochSecond() + 900;

  private final RateWindows windows = new RateWindows(Limits.of(2, Duration.ofMinutes(15)));

  @Test
  void aWindowOpensWithTheFirstRequestAndKeepsItsEnd() {
    assertThat(take(FIRST)).isEqualTo(grant(true, 1, RESET));
    assertThat(take(FIRST.plusSeconds(600))).isEqualTo(grant(true, 0, RESET));
    assertThat(take(FIRST.plusSeconds(601))).isEqualTo(grant(false, 0, RESET));
    assertThat(take(Instant.ofEpochSecond(RESET).minusMillis(1)).allowed()).isFalse();
  }

  @Test
  void theNextWindowOpensWithTheNextRequest() {
    take(FIRST);
    Instant next = Instant.ofEpochSecond(RESET + 1_000);

    assertThat(take(next)).isEqualTo(grant(true, 1, RESET + 1_900));
    assertThat(take(Instant.ofEpochSecond(RESET + 1_900))).isEqualTo(grant(true, 1, RESET + 2_800));
  }

  @Test
  void tokensAndEndpointsHaveWindowsOfTheirOwn() {
    take(FIRST);

    assertThat(windows.take("other", "/2/users/by", FIRST).window().remaining()).isEqualTo(1);
    assertThat(windows.take("token", "/2/users", FIRST).window().remaining()).isEqualTo(1);
    assertThat(take(FIRST).window().remaining()).isEqualTo(0);
  }

  @Test
  void noWindowEverGrantsMoreThanItsLimit() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RateWindows narrow = new RateWindows(Limits.of(3, Duration.ofSeconds(5)));
      Instant now = FIRST;
      long reset = 0;
      int granted = 0;
      for (int i = 0; i < 100; i++) {
        now = now.plusMillis(random.nextInt(2_000));
        Grant grant = narrow.take("token", "/2/users", now);
        granted = grant.window().reset() == reset ? granted : 0;
        granted += grant.allowed() ? 1 : 0;
        reset = grant.window().reset();
        assertThat(granted)
            .as("seed %d", seed)
            .isBetween(1, 3)
            .isEqualTo(3 - grant.window().remaining());
        assertThat(reset - now.getEpochSecond()).as("seed %d", seed).isBetween(1L, 5L);
      }
    }
  }

  @Test
  void manyThreadsShareOneWindow() throws InterruptedException {
    RateWindows shared = new RateWindows(Limits.of(500, Duration.ofMinutes(15)));
    AtomicInteger granted = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 1_000; i++) {
      threads.execute(
          () -> {
            if (shared.take("token", "/2/users", FIRST).allowed()) {
              granted.incrementAndGet();
            }
          });
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(granted).hasValue(500);
  }

  @Test
  void lookingCountsNothing() {
    assertThat(windows.look("token", "/2/users/by", FIRST)).isEqualTo(grant(true, 2, RESET));
    take(FIRST);
    take(FIRST);

    assertThat(windows.look("token", "/2/users/by", FIRST)).isEqualTo(grant(false, 0, RESET));
    windows.clear();
    assertThat(take(FIRST)).isEqualTo(grant(true, 1, RESET));
  }

  @Test
  void theGuardRefusesWithinASecondThoughTheWindowHasSomeLeft() {
    RateWindows guarded = new RateWindows(Limits.of(100, Duration.ofMinutes(15)).withPerSecond(2));

    assertThat(take(guarded, FIRST).allowed()).isTrue();
    assertThat(take(guarded, FIRST).allowed()).isTrue();
    Grant third = take(guarded, FIRST.plusMillis(200));
    assertThat(third.verdict()).isEqualTo(Verdict.TOO_FAST);
    assertThat(third.window().remaining()).isEqualTo(98);
    assertThat(take(guarded, FIRST.plusSeconds(1)).allowed()).isTrue();
  }

  @Test
  void thePoolOfADayIsOneMore() {
    RateWindows daily = new RateWindows(Limits.of(2, Duration.ofMinutes(15)).withPerDay(3));
    long dayEnds = FIRST.getEpochSecond() + 86_400;

    assertThat(take(daily, FIRST).day()).contains(new Pool(3, 2, dayEnds));
    take(daily, FIRST);
    assertThat(take(daily, FIRST).verdict()).isEqualTo(Verdict.WINDOW_FULL);
    Instant later = FIRST.plusSeconds(900);
    assertThat(take(daily, later).allowed()).isTrue();
    Grant full = take(daily, later);
    assertThat(full.verdict()).isEqualTo(Verdict.DAY_FULL);
    assertThat(full.window().remaining()).isEqualTo(1);
    assertThat(full.openAgain()).isEqualTo(dayEnds);
  }

  private static Grant grant(boolean allowed, int remaining, long reset) {
    Verdict verdict = allowed ? Verdict.GRANTED : Verdict.WINDOW_FULL;
    return new Grant(verdict, new Pool(2, remaining, reset), Optional.empty());
  }

  private static Grant take(RateWindows windows, Instant now) {
    return windows.take("token", "/2/users/by", now);
  }

  private Grant take(Instant now) {
    return windows.take("token", "/2/users/by", now);
  }
}
