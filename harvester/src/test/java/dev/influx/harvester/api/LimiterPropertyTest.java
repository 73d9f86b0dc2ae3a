package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The limiter against a server with fixed windows that open with the first request, over a network
 * that reorders and loses answers, with a wrong clock here and dates cut to seconds there: all
 * requests get through, and none is refused but for answers that were lost with what they told.
 */
final class LimiterPropertyTest {
  private static final int REQUESTS = 120;
  private static final long MILLI = 1_000_000;

  @Test
  void neverOverdrawsAndNeverStarves() {
    for (long seed = 0; seed < 400; seed++) {
      Scene scene = new Scene(new Random(seed));
      scene.play();
      assertThat(scene.refused)
          .as("refused requests, seed %d, %d answers lost", seed, scene.lost)
          .isLessThanOrEqualTo(scene.lost);
      assertThat(scene.answered).as("answered requests, seed %d", seed).isEqualTo(REQUESTS);
      assertThat(scene.nanos).as("time taken, seed %d", seed).isLessThan(scene.longestAcceptable());
    }
  }

  private record Event(long at, Runnable action) {}

  private static final class Scene {
    private final Random random;
    private final int limit;
    private final Duration window;
    private final int parallel;
    private final Duration skew;
    private final double loss;
    private final PriorityQueue<Event> events =
        new PriorityQueue<>(Comparator.comparingLong(Event::at));
    private EndpointLimits limits = EndpointLimits.UNKNOWN;
    private ServerClock clock;
    private long nanos;
    private int sent;
    private int underWay;
    private int answered;
    private int refused;
    private int lost;
    private long resetSecond;
    private int used;

    Scene(Random random) {
      this.random = random;
      this.limit = 1 + random.nextInt(12);
      this.window = Duration.ofSeconds(1 + random.nextInt(20));
      this.parallel = 1 + random.nextInt(6);
      this.skew = Duration.ofSeconds(random.nextInt(7_200) - 3_600);
      this.loss = random.nextInt(4) == 0 ? 0.2 : 0;
      this.clock = ServerClock.starting(serverNow().plus(skew), 0);
    }

    /** Every window used to the full but for lost answers, a pad, a probe and a latency more. */
    long longestAcceptable() {
      long windows = 2 + REQUESTS * 2L / limit;
      return windows * (window.toNanos() + Duration.ofSeconds(8).toNanos());
    }

    void play() {
      while (answered < REQUESTS) {
        while (sent < REQUESTS && underWay < parallel && limits.opensAt(nanos) <= nanos) {
          send();
        }
        long opens = limits.opensAt(nanos);
        boolean canSend = sent < REQUESTS && underWay < parallel && opens > nanos;
        long next = events.isEmpty() ? Long.MAX_VALUE : events.peek().at();
        if (canSend && opens < next) {
          nanos = opens;
        } else {
          Event event = events.remove();
          nanos = event.at();
          event.action().run();
        }
      }
    }

    private void send() {
      limits = limits.sent(nanos);
      sent++;
      underWay++;
      events.add(new Event(nanos + latency(), this::serve));
    }

    private void serve() {
      Instant now = serverNow();
      if (now.getEpochSecond() >= resetSecond) {
        resetSecond = now.plus(window).getEpochSecond();
        used = 0;
      }
      boolean allowed = used < limit;
      used += allowed ? 1 : 0;
      refused += allowed ? 0 : 1;
      RateReport report =
          Replies.window(
              limit,
              limit - used,
              Instant.ofEpochSecond(resetSecond),
              Instant.ofEpochSecond(now.getEpochSecond()));
      Reply reply = allowed ? Replies.ok(report) : Replies.limited(report);
      boolean arrives = random.nextDouble() >= loss;
      events.add(new Event(nanos + latency(), () -> receive(reply, arrives)));
    }

    private void receive(Reply reply, boolean arrives) {
      underWay--;
      answered++;
      if (!arrives) {
        lost++;
        limits = limits.failed();
        return;
      }
      reply.report().date().ifPresent(date -> clock = clock.observe(date, nanos));
      limits = limits.answered(Heard.of(reply, clock.at(nanos), nanos, 0));
    }

    private long latency() {
      return (1 + random.nextInt(random.nextInt(10) == 0 ? 3_000 : 60)) * MILLI;
    }

    private Instant serverNow() {
      return TestingTime.START.plusNanos(nanos);
    }
  }
}
