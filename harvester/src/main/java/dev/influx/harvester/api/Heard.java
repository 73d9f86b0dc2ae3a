package dev.influx.harvester.api;

import dev.influx.harvester.api.RateReport.Pool;
import dev.influx.harvester.api.RateReport.PoolKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an answer tells about limits, on this machine's steady clock.
 *
 * @param ok it was answered with users
 * @param limited it said too many requests
 * @param windows by the pool they belong to
 * @param retryAfter what X asks to wait; 0 when it does not
 * @param jitter keeps clients that were refused together from coming back together
 */
record Heard(
    long now,
    boolean ok,
    boolean limited,
    Map<PoolKind, Window> windows,
    long retryAfter,
    long jitter) {
  private static final Duration LONGEST_RETRY_AFTER = PoolKind.APP_DAY.longest();

  Heard {
    windows = Map.copyOf(windows);
  }

  /** Of each window less is left by what is reserved for others. */
  Heard less(int reserve) {
    Map<PoolKind, Window> left = new EnumMap<>(PoolKind.class);
    windows.forEach((kind, window) -> left.put(kind, window.spend(reserve)));
    return new Heard(now, ok, limited, left, retryAfter, jitter);
  }

  /** From what X's clock showed when the reply arrived. */
  static Heard of(Reply reply, Instant serverNow, long now, long jitter) {
    RateReport report = reply.report();
    Map<PoolKind, Window> windows = new EnumMap<>(PoolKind.class);
    for (Pool pool : report.pools()) {
      windows.put(pool.kind(), Window.of(pool, serverNow, now));
    }
    return new Heard(
        now,
        reply.answer() instanceof Answer.Ok,
        reply.answer() instanceof Answer.Limited,
        windows,
        report.retryAfter().map(Heard::bounded).orElse(Duration.ZERO).toNanos(),
        jitter);
  }

  private static Duration bounded(Duration retryAfter) {
    return retryAfter.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : retryAfter;
  }

  /** How long until the last exhausted allowance is renewed; 0 when none is exhausted. */
  long renewal() {
    return windows.values().stream()
        .filter(Window::isExhausted)
        .mapToLong(window -> window.endsAt() - now)
        .max()
        .orElse(0);
  }
}
