package dev.influx.harvester.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.budget.Budget.Span;
import dev.influx.harvester.budget.Spending.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Against a cashier who bills each user once in a UTC day at some time between request and answer,
 * and loses answers: whoever asks before sending never pays more than the budget.
 */
final class SpendingPropertyTest {

  @Test
  void neverPaysMoreThanTheBudget() {
    for (long seed = 0; seed < 300; seed++) {
      Scene scene = new Scene(new Random(seed), false);
      scene.play(400);
      assertThat(scene.mostOfASpan()).as("seed %d", seed).isLessThanOrEqualTo(scene.most);
      assertThat(scene.asked).as("requests, seed %d", seed).isPositive();
    }
  }

  @Test
  void countsExactlyWhatIsBilledOnADayWithoutLosses() {
    for (long seed = 0; seed < 300; seed++) {
      Scene scene = new Scene(new Random(seed), true);
      scene.play(400);
      assertThat(scene.spending.reads(scene.now))
          .as("seed %d", seed)
          .isEqualTo(scene.mostOfASpan());
    }
  }

  /**
   * A request under way.
   *
   * @param at when it was sent, a few minutes ago at most
   * @param late whether it is billed when it is answered, not when it is sent
   */
  private record Sent(
      Instant at, Reservation reservation, List<String> found, boolean late, boolean lost) {}

  private static final class Scene {
    private final Random random;
    private final boolean calm;
    private final int most;
    private final Span span;
    private final Spending spending;
    private final Map<LocalDate, Set<String>> billed = new HashMap<>();
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private int asked;

    Scene(Random random, boolean calm) {
      this.random = random;
      this.calm = calm;
      this.most = 20 + random.nextInt(200);
      this.span = random.nextBoolean() ? Span.RUN : Span.UTC_DAY;
      Budget budget =
          random.nextBoolean()
              ? new Budget(OptionalLong.of(most), Optional.empty(), span)
              : new Budget(OptionalLong.empty(), Optional.of(Prices.DEFAULT.of(most)), span);
      this.spending = new Spending(budget, Prices.DEFAULT);
    }

    void play(int steps) {
      for (int i = 0; i < steps; i++) {
        if (underWay.size() < 3 && !isOverdue() && random.nextInt(3) > 0) {
          ask();
        } else if (!underWay.isEmpty()) {
          answer(underWay.remove());
        }
        int most = calm ? 150 : underWay.isEmpty() ? 3_600 : 60;
        now = now.plus(Duration.ofSeconds(random.nextInt(most)));
      }
      while (!underWay.isEmpty()) {
        answer(underWay.remove());
      }
    }

    private boolean isOverdue() {
      return !underWay.isEmpty() && underWay.peek().at().isBefore(now.minusSeconds(90));
    }

    private void ask() {
      Set<String> ids = new HashSet<>();
      for (int i = 1 + random.nextInt(20); i > 0; i--) {
        ids.add(Integer.toString(1 + random.nextInt(60)));
      }
      long worst = spending.worstCase(ids, 0, now);
      if (!spending.mayAsk(worst, now)) {
        return;
      }
      asked++;
      List<String> found = new ArrayList<>(ids);
      found.removeIf(id -> random.nextInt(10) == 0);
      boolean lost = !calm && random.nextInt(8) == 0;
      Sent sent = new Sent(now, spending.reserve(worst, now), found, random.nextBoolean(), lost);
      if (!sent.late()) {
        ofToday().addAll(found);
      }
      underWay.add(sent);
    }

    private void answer(Sent sent) {
      if (sent.late()) {
        ofToday().addAll(sent.found());
      }
      if (sent.lost()) {
        spending.lose(sent.reservation(), now);
      } else {
        spending.settle(sent.reservation(), sent.found(), now);
      }
    }

    private Set<String> ofToday() {
      LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
      return billed.computeIfAbsent(day, key -> new HashSet<>());
    }

    private long all() {
      return billed.values().stream().mapToLong(Set::size).sum();
    }

    private long mostOfASpan() {
      return span == Span.RUN
          ? all()
          : billed.values().stream().mapToLong(Set::size).max().orElse(0);
    }
  }
}
