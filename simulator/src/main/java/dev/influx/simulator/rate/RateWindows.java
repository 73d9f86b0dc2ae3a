package dev.influx.simulator.rate;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts requests in fixed windows. A window opens with the first request, not at a round time, and
 * ends on a whole second, because that is all that the headers can say. Safe for use by many
 * threads.
 */
public final class RateWindows {

  private final Limits limits;
  private final Map<Key, Window> windows = new HashMap<>();

  public RateWindows(Limits limits) {
    this.limits = limits;
  }

  private record Key(String token, String endpoint) {}

  private record Window(long reset, int used) {}

  /**
   * What a request finds.
   *
   * @param reset when the window ends, in seconds of the epoch
   */
  public record Grant(boolean allowed, int limit, int remaining, long reset) {}

  public synchronized Grant take(String token, String endpoint, Instant now) {
    Key key = new Key(token, endpoint);
    Window window = windows.get(key);
    if (window == null || now.getEpochSecond() >= window.reset()) {
      window = new Window(now.plus(limits.window()).getEpochSecond(), 0);
    }
    boolean allowed = window.used() < limits.requests();
    Window after = allowed ? new Window(window.reset(), window.used() + 1) : window;
    windows.put(key, after);
    return new Grant(allowed, limits.requests(), limits.requests() - after.used(), after.reset());
  }
}
