package dev.influx.monitor.results;

import dev.influx.monitor.results.Rates.Past;
import dev.influx.monitor.results.Results.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts at several moments, and what came between them. */
final class RateLog {
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final double MILLIS = 1000;

  private final Deque<Count> recent = new ArrayDeque<>();
  private final Deque<Count> past = new ArrayDeque<>();

  private record Count(Instant at, Seen seen) {
    double secondsTo(Count later) {
      return Duration.between(at, later.at).toMillis() / MILLIS;
    }
  }

  void add(Instant at, Seen seen) {
    Count now = new Count(at, seen);
    recent.addLast(now);
    while (recent.size() > 2 && recent.peekFirst().at.isBefore(at.minus(WINDOW))) {
      recent.removeFirst();
    }
    if (past.isEmpty() || !past.peekLast().at.plus(STEP).isAfter(at)) {
      past.addLast(now);
    }
    while (past.peekFirst().at.isBefore(at.minus(KEPT))) {
      past.removeFirst();
    }
  }

  /** Empty before the second count. */
  Optional<Rates> rates() {
    if (recent.size() < 2) {
      return Optional.empty();
    }
    Count from = recent.peekFirst();
    Count to = recent.peekLast();
    double seconds = from.secondsTo(to);
    return seconds <= 0 ? Optional.empty() : Optional.of(rates(from.seen, to, seconds));
  }

  private Rates rates(Seen from, Count to, double seconds) {
    Seen seen = to.seen;
    return new Rates(
        Duration.ofMillis((long) (seconds * MILLIS)),
        (seen.raw() - from.raw()) / seconds,
        (seen.accepted() - from.accepted()) / seconds,
        (seen.rejected() - from.rejected()) / seconds,
        each(from.codes(), seen.codes(), seconds),
        each(from.dead(), seen.dead(), seconds),
        pasts());
  }

  private static Map<String, Double> each(
      Map<String, Long> from, Map<String, Long> to, double seconds) {
    Map<String, Double> rates = new HashMap<>();
    to.forEach((key, count) -> rates.put(key, (count - from.getOrDefault(key, 0L)) / seconds));
    return rates;
  }

  private List<Past> pasts() {
    List<Past> pasts = new ArrayList<>();
    Count before = null;
    for (Count count : past) {
      if (before != null) {
        double seconds = before.secondsTo(count);
        pasts.add(
            new Past(
                count.at,
                (count.seen.accepted() - before.seen.accepted()) / seconds,
                (count.seen.rejected() - before.seen.rejected()) / seconds));
      }
      before = count;
    }
    return pasts;
  }
}
