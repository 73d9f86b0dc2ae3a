package dev.influx.simulator.rate;

import dev.influx.simulator.rate.Grant.Pool;
import dev.influx.simulator.rate.Grant.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts requests in fixed windows. A window opens with the first request, not at a round time, and
 * ends on a whole second, because that is all that the headers can say. Safe for use by many
 * threads.
 */
public final class RateWindows {

  private static final Duration DAY = Duration.ofDays(1);

  private final Limits limits;
  private final Map<Key, Counts> counts = new HashMap<>();

  public RateWindows(Limits limits) {
    this.limits = limits;
  }

  private record Key(String token, String endpoint) {}

  private record Counts(Window window, Window day, Window second) {}

  /** Requests up to, but without, a second of the epoch. */
  private record Window(long reset, int used) {

    Window plusOne() {
      return new Window(reset, used + 1);
    }

    Pool of(int limit) {
      return new Pool(limit, limit - used, reset);
    }
  }

  /** Counts a request, unless there have been too many. */
  public synchronized Grant take(String token, String endpoint, Instant now) {
    Key key = new Key(token, endpoint);
    Counts before = current(key, now);
    Verdict verdict = verdict(before);
    Counts after =
        verdict == Verdict.GRANTED
            ? new Counts(
                before.window().plusOne(), before.day().plusOne(), before.second().plusOne())
            : before;
    counts.put(key, after);
    return grant(verdict, after);
  }

  /** How things stand, without counting anything. */
  public synchronized Grant look(String token, String endpoint, Instant now) {
    Counts current = current(new Key(token, endpoint), now);
    return grant(verdict(current), current);
  }

  /** Forgets all requests. */
  public synchronized void clear() {
    counts.clear();
  }

  private Counts current(Key key, Instant now) {
    Window closed = new Window(Long.MIN_VALUE, 0);
    Counts known = counts.getOrDefault(key, new Counts(closed, closed, closed));
    return new Counts(
        open(known.window(), limits.window(), now),
        open(known.day(), DAY, now),
        open(known.second(), Duration.ofSeconds(1), now));
  }

  private static Window open(Window known, Duration length, Instant now) {
    return now.getEpochSecond() >= known.reset()
        ? new Window(now.plus(length).getEpochSecond(), 0)
        : known;
  }

  private Verdict verdict(Counts found) {
    if (limits.perDay().isPresent() && found.day().used() >= limits.perDay().getAsInt()) {
      return Verdict.DAY_FULL;
    } else if (found.window().used() >= limits.requests()) {
      return Verdict.WINDOW_FULL;
    }
    boolean tooFast =
        limits.perSecond().isPresent() && found.second().used() >= limits.perSecond().getAsInt();
    return tooFast ? Verdict.TOO_FAST : Verdict.GRANTED;
  }

  private Grant grant(Verdict verdict, Counts found) {
    Optional<Pool> day =
        limits.perDay().isPresent()
            ? Optional.of(found.day().of(limits.perDay().getAsInt()))
            : Optional.empty();
    return new Grant(verdict, found.window().of(limits.requests()), day);
  }
}
