package dev.influx.simulator.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.rate.RateWindows.Grant;
import java.time.Duration;
import java.time.Instant;
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
    assertThat(take(FIRST)).isEqualTo(new Grant(true, 2, 1, RESET));
    assertThat(take(FIRST.plusSeconds(600))).isEqualTo(new Grant(true, 2, 0, RESET));
    assertThat(take(FIRST.plusSeconds(601))).isEqualTo(new Grant(false, 2, 0, RESET));
    assertThat(take(Instant.ofEpochSecond(RESET).minusMillis(1)).allowed()).isFalse();
  }

  @Test
  void theNextWindowOpensWithTheNextRequest() {
    take(FIRST);
    Instant next = Instant.ofEpochSecond(RESET + 1_000);

    assertThat(take(next)).isEqualTo(new Grant(true, 2, 1, RESET + 1_900));
    assertThat(take(Instant.ofEpochSecond(RESET + 1_900)))
        .isEqualTo(new Grant(true, 2, 1, RESET + 2_800));
  }

  @Test
  void tokensAndEndpointsHaveWindowsOfTheirOwn() {
    take(FIRST);

    assertThat(windows.take("other", "/2/users/by", FIRST).remaining()).isEqualTo(1);
    assertThat(windows.take("token", "/2/users", FIRST).remaining()).isEqualTo(1);
    assertThat(take(FIRST).remaining()).isEqualTo(0);
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
        granted = grant.reset() == reset ? granted : 0;
        granted += grant.allowed() ? 1 : 0;
        reset = grant.reset();
        assertThat(granted).as("seed %d", seed).isBetween(1, 3).isEqualTo(3 - grant.remaining());
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

  private Grant take(Instant now) {
    return windows.take("token", "/2/users/by", now);
  }
}
