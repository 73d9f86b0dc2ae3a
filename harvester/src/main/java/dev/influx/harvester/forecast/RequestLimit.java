package dev.influx.harvester.forecast;

import java.time.Duration;

/**
 * One allowance of an endpoint: so many requests in a window that opens with the first of them and
 * has a fixed length.
 *
 * @param left of the window that is open now; all of them where none is
 * @param renewedIn how long that window stays open; its whole length where none is
 */
public record RequestLimit(long requests, Duration window, long left, Duration renewedIn) {

  public RequestLimit {
    if (requests < 0 || left < 0 || left > requests) {
      throw new IllegalArgumentException("no limit: " + left + " left of " + requests);
    }
    if (window.isZero() || window.isNegative() || renewedIn.isNegative()) {
      throw new IllegalArgumentException("no window: " + renewedIn + " left of " + window);
    }
  }

  /** With no window open. */
  public static RequestLimit fresh(long requests, Duration window) {
    return new RequestLimit(requests, window, requests, window);
  }

  boolean isUntouched() {
    return left == requests;
  }
}
