package dev.influx.simulator.rate;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How many requests are allowed, of each token to each endpoint.
 *
 * @param requests in a window
 * @param window whole seconds
 * @param perSecond a guard that refuses although the window has some left
 * @param perDay a second pool, of 24 hours, with headers of its own
 * @param refusal what the body of status 429 looks like
 * @param retryAfter whether refusals say how long to wait, which X does not
 */
public record Limits(
    int requests,
    Duration window,
    OptionalInt perSecond,
    OptionalInt perDay,
    Refusal refusal,
    boolean retryAfter) {

  /** More than any client can ask for in a window. */
  private static final int NONE = 1_000_000_000;

  public Limits {
    check(requests >= 1, "fewer than 1 request per window");
    check(window.getSeconds() >= 1 && window.getNano() == 0, "the window is not of whole seconds");
    check(perSecond.orElse(1) >= 1, "fewer than 1 request per second");
    check(perDay.orElse(1) >= 1, "fewer than 1 request per day");
  }

  /** The bodies that X has been seen to refuse with, and one that it documents. */
  public enum Refusal {
    ABOUT_BLANK,
    CODE_88,
    PROBLEM
  }

  public static Limits of(int requests, Duration window) {
    return new Limits(
        requests, window, OptionalInt.empty(), OptionalInt.empty(), Refusal.ABOUT_BLANK, false);
  }

  /** Headers as ever, and nobody is refused. */
  public static Limits off() {
    return of(NONE, Duration.ofMinutes(15));
  }

  public Limits withPerSecond(int most) {
    return new Limits(requests, window, OptionalInt.of(most), perDay, refusal, retryAfter);
  }

  public Limits withPerDay(int most) {
    return new Limits(requests, window, perSecond, OptionalInt.of(most), refusal, retryAfter);
  }

  public Limits withRefusal(Refusal other) {
    return new Limits(requests, window, perSecond, perDay, other, retryAfter);
  }

  public Limits withRetryAfter() {
    return new Limits(requests, window, perSecond, perDay, refusal, true);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
