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
 * @param doubtful requests that count as sent in it, and may have been counted in the one before
 */
record Window(long limit, long remaining, long reset, long endsAt, long doubtful) {

  /** Dates of answers are cut to seconds, and X's servers do not turn over at the same instant. */
  static final Duration PAD = Duration.ofSeconds(1);

  /** From what an answer said when X's clock showed the time given. */
  static Window of(Pool pool, Instant serverNow, long nanos) {
    Duration ahead = Duration.between(serverNow, Instant.ofEpochSecond(pool.reset()));
    Duration longest = pool.kind().longest();
    Duration wait = ahead.compareTo(longest) > 0 ? longest : ahead;
    long reset = serverNow.plus(wait).getEpochSecond();
    long pause = wait.isNegative() ? 0 : wait.plus(PAD).toNanos();
    return new Window(pool.limit(), pool.remaining(), reset, nanos + pause, 0);
  }

  boolean isOver(long nanos) {
    return nanos >= endsAt;
  }

  boolean isExhausted() {
    return remaining <= 0;
  }

  Window spend(long requests) {
    return new Window(limit, remaining - requests, reset, endsAt, doubtful);
  }

  /** The first that is known of it, while requests are under way that left before it was. */
  Window opened(long underWay) {
    return new Window(limit, remaining - underWay, reset, endsAt, underWay);
  }

  /** Of one request it is known that the window before has counted it. */
  Window relieved() {
    return doubtful == 0 ? this : new Window(limit, remaining + 1, reset, endsAt, doubtful - 1);
  }

  /**
   * Answers overtake each other: of the same window the lowest count is the latest, and a window
   * that is renewed earlier than this one is a past one.
   *
   * @param underWay requests that are not answered yet and may count in a window that opens now
   */
  Window merge(Window heard, int underWay) {
    if (heard.reset > reset) {
      return heard.opened(underWay);
    }
    return heard.reset == reset
        ? new Window(
            heard.limit, Math.min(remaining, heard.remaining), reset, heard.endsAt, doubtful)
        : relieved();
  }

  /** How far apart the requests are that are left, if they are to last until it is renewed. */
  long gap(long nanos) {
    return Math.max(0, endsAt - nanos) / (Math.max(0, remaining) + 1);
  }

  double remainingRatio() {
    return limit <= 0 ? 0 : Math.max(0.0, Math.min(1.0, (double) remaining / limit));
  }
}
