package dev.influx.harvester.api;

import dev.influx.harvester.api.RateReport.Pool;
import java.time.Duration;
import java.time.Instant;

/**
 * What is left of one allowance until it is renewed.
 *
 * @param remaining what X said last, less what was sent since: it counts requests when they leave,
 *     so that those that are under way at the same time cannot overdraw it
 * @param reset when it is renewed, in seconds of the epoch by X's clock
 * @param endsAt the same on this machine's steady clock, a little later
 */
record Window(long limit, long remaining, long reset, long endsAt) {

  /** Dates of answers are cut to seconds, and X's servers do not turn over at the same instant. */
  static final Duration PAD = Duration.ofSeconds(1);

  /** From what an answer said when X's clock showed the time given. */
  static Window of(Pool pool, Instant serverNow, long nanos) {
    Duration ahead = Duration.between(serverNow, Instant.ofEpochSecond(pool.reset()));
    Duration longest = pool.kind().longest();
    Duration wait = ahead.compareTo(longest) > 0 ? longest : ahead;
    long reset = serverNow.plus(wait).getEpochSecond();
    long pause = wait.isNegative() ? 0 : wait.plus(PAD).toNanos();
    return new Window(pool.limit(), pool.remaining(), reset, nanos + pause);
  }

  boolean isOver(long nanos) {
    return nanos >= endsAt;
  }

  boolean isExhausted() {
    return remaining <= 0;
  }

  Window spend(long requests) {
    return new Window(limit, remaining - requests, reset, endsAt);
  }

  /**
   * Answers overtake each other: of the same window the lowest count is the latest, and a window
   * that is renewed earlier than this one is a past one.
   *
   * @param underWay requests that are not answered yet and may count in a window that opens now
   */
  Window merge(Window heard, int underWay) {
    if (heard.reset > reset) {
      return heard.spend(underWay);
    }
    return heard.reset == reset
        ? new Window(heard.limit, Math.min(remaining, heard.remaining), reset, heard.endsAt)
        : this;
  }

  double remainingRatio() {
    return limit <= 0 ? 0 : Math.max(0.0, Math.min(1.0, (double) remaining / limit));
  }
}
