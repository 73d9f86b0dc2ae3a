package dev.influx.simulator.rate;

import java.time.Duration;

/**
 * How many requests are allowed.
 *
 * @param requests in a window, of each token to each endpoint
 * @param window whole seconds
 */
public record Limits(int requests, Duration window) {

  public Limits {
    check(requests >= 1, "fewer than 1 request per window");
    check(window.getSeconds() >= 1 && window.getNano() == 0, "the window is not of whole seconds");
  }

  public static Limits of(int requests, Duration window) {
    return new Limits(requests, window);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
