package dev.influx.harvester.api;

import dev.influx.harvester.api.RateReport.PoolKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one endpoint still allows, as far as its answers told: an immutable state with one step for
 * a request that leaves and one for an answer that arrives. Times are nanoseconds of a steady
 * clock.
 *
 * @param unmetered answers come without a word on limits
 * @param underWay requests that are not answered yet
 * @param refusals how often in a row X said too many requests
 * @param closedUntil before this nothing goes, whatever the windows say
 */
record EndpointLimits(
    Map<PoolKind, Window> windows,
    boolean unmetered,
    int underWay,
    int refusals,
    long closedUntil) {

  /** {@link #opensAt} when only the answer to a request that is under way can tell. */
  static final long AFTER_AN_ANSWER = Long.MAX_VALUE;

  static final EndpointLimits UNKNOWN = new EndpointLimits(Map.of(), false, 0, 0, Long.MIN_VALUE);

  private static final Duration SHORTEST_CLOSURE = Duration.ofSeconds(1);
  private static final Duration LONGEST_CLOSURE = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  EndpointLimits {
    windows = Map.copyOf(windows);
  }

  /** When the next request may go; not after {@code now} means at once. */
  long opensAt(long now) {
    if (closedUntil > now) {
      return closedUntil;
    }
    long opens = now;
    for (Window window : windows.values()) {
      if (window.isExhausted() && !window.isOver(now)) {
        opens = Math.max(opens, window.endsAt());
      }
    }
    return opens == now && !isKnown(now) && underWay > 0 ? AFTER_AN_ANSWER : opens;
  }

  /** Where nothing is known, one request goes alone to find out. */
  private boolean isKnown(long now) {
    Window window = windows.get(PoolKind.WINDOW);
    return unmetered || (window != null && !window.isOver(now));
  }

  /** The same state, and nothing goes before that. */
  EndpointLimits closed(long until) {
    return new EndpointLimits(windows, unmetered, underWay, refusals, until);
  }

  EndpointLimits sent(long now) {
    Map<PoolKind, Window> left = current(now);
    left.replaceAll((kind, window) -> window.spend(1));
    return new EndpointLimits(left, unmetered, underWay + 1, refusals, closedUntil);
  }

  /** An exchange without an answer: it counts as spent, because X may have counted it. */
  EndpointLimits failed() {
    return new EndpointLimits(windows, unmetered, underWay - 1, refusals, closedUntil);
  }

  /** The state after an answer. */
  EndpointLimits answered(Heard heard) {
    int others = underWay - 1;
    Map<PoolKind, Window> merged = current(heard.now());
    heard
        .windows()
        .forEach(
            (kind, fresh) ->
                merged.compute(kind, (k, known) -> newer(known, fresh, heard, others)));
    boolean silent = heard.windows().isEmpty();
    boolean nowUnmetered = silent ? unmetered || heard.ok() : false;
    EndpointLimits next =
        new EndpointLimits(merged, nowUnmetered, others, heard.ok() ? 0 : refusals, closedUntil);
    return heard.limited() ? next.close(heard) : next;
  }

  /** Null stands for a window that is over, as a map has it. */
  private static Window newer(Window known, Window fresh, Heard heard, int others) {
    if (known == null) {
      return fresh.isOver(heard.now()) ? null : fresh.opened(others);
    }
    return fresh.isOver(heard.now()) ? known.relieved() : known.merge(fresh, others);
  }

  /** Answers to requests that left before the closure are part of it, not another refusal. */
  private EndpointLimits close(Heard heard) {
    boolean closedAlready = closedUntil > heard.now();
    int count = closedAlready ? refusals : refusals + 1;
    long pause = Math.max(heard.renewal(), heard.retryAfter());
    if (pause <= 0) {
      pause = closedAlready ? 0 : backoff(count);
    }
    long until = heard.now() + pause + heard.jitter();
    return new EndpointLimits(windows, unmetered, underWay, count, Math.max(closedUntil, until));
  }

  private static long backoff(int refusals) {
    long doubled = SHORTEST_CLOSURE.toNanos() << Math.min(refusals - 1, MOST_DOUBLINGS);
    return Math.min(doubled, LONGEST_CLOSURE.toNanos());
  }

  private Map<PoolKind, Window> current(long now) {
    Map<PoolKind, Window> current = new EnumMap<>(PoolKind.class);
    windows.forEach(
        (kind, window) -> {
          if (!window.isOver(now)) {
            current.put(kind, window);
          }
        });
    return current;
  }

  /** How long to wait after a request, if what is left is to last. */
  long gap(long now) {
    return current(now).values().stream().mapToLong(window -> window.gap(now)).max().orElse(0);
  }

  /** The scarcest allowance; nothing where none is known. */
  OptionalDouble remainingRatio(long now) {
    return current(now).values().stream().mapToDouble(Window::remainingRatio).min();
  }
}
