package dev.influx.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts requests in fixed windows. A window opens with the first request, not at a round time, and
 * ends on a whole second, because that is all that the headers can say. Safe for use by many
 * threads.
 */
final class RateWindows {

  private final int limit;
  private final Duration length;
  private final Map<Key, Window> windows = new HashMap<>();

  RateWindows(int limit, Duration length) {
    this.limit = limit;
    this.length = length;
  }

  private record Key(String token, Endpoint endpoint) {}

  private record Window(long reset, int used) {}

  /**
   * What a request finds.
   *
   * @param reset when the window ends, in seconds of the epoch
   */
  record Grant(boolean allowed, int limit, int remaining, long reset) {}

  synchronized Grant take(String token, Endpoint endpoint, Instant now) {
    Key key = new Key(token, endpoint);
    Window window = windows.get(key);
    if (window == null || now.getEpochSecond() >= window.reset()) {
      window = new Window(now.plus(length).getEpochSecond(), 0);
    }
    boolean allowed = window.used() < limit;
    Window after = allowed ? new Window(window.reset(), window.used() + 1) : window;
    windows.put(key, after);
    return new Grant(allowed, limit, limit - after.used(), after.reset());
  }
}
