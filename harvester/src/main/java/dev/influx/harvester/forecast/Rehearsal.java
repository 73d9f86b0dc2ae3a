package dev.influx.harvester.forecast;

import dev.influx.harvester.api.Lookup.By;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sends all requests in thought, each as soon as a worker is free and its endpoint is open. While
 * one endpoint is closed the workers are there for the other.
 */
final class Rehearsal {
  private final Map<By, Windows> windows = new EnumMap<>(By.class);
  private final Map<By, Long> waiting = new EnumMap<>(By.class);
  private final PriorityQueue<Long> free = new PriorityQueue<>();
  private final long roundTrip;
  private long end;

  private Rehearsal(Work work, Limits limits) {
    for (By by : By.values()) {
      windows.put(by, new Windows(limits.of(by)));
      if (work.batches(by) > 0) {
        waiting.put(by, work.batches(by));
      }
    }
    for (int worker = 0; worker < Math.min(work.parallel(), total(work)); worker++) {
      free.add(0L);
    }
    this.roundTrip = work.roundTrip().toNanos();
  }

  private static long total(Work work) {
    return work.batches(By.ID) + work.batches(By.HANDLE);
  }

  /** From the first request to the last answer; nothing where that never comes. */
  static Optional<Duration> time(Work work, Limits limits) {
    Rehearsal rehearsal = new Rehearsal(work, limits);
    for (By by : rehearsal.waiting.keySet()) {
      if (!rehearsal.windows.get(by).everOpen()) {
        return Optional.empty();
      }
    }
    while (!rehearsal.waiting.isEmpty()) {
      rehearsal.sendOne(rehearsal.free.remove());
    }
    return Optional.of(Duration.ofNanos(rehearsal.end));
  }

  private void sendOne(long now) {
    By by = soonestOpen(now);
    long sent = windows.get(by).opensAt(now);
    windows.get(by).send(sent);
    waiting.compute(by, (key, count) -> count == 1 ? null : count - 1);
    end = Math.max(end, sent + roundTrip);
    free.add(sent + roundTrip);
  }

  private By soonestOpen(long now) {
    By best = null;
    for (By by : waiting.keySet()) {
      if (best == null || windows.get(by).opensAt(now) < windows.get(best).opensAt(now)) {
        best = by;
      }
    }
    return best;
  }
}
