package dev.influx.harvester.forecast;

import java.util.List;

/** The windows of one endpoint while requests are sent in thought. Times are nanoseconds. */
final class Windows {
  private final List<RequestLimit> limits;
  private final long[] left;
  private final long[] endsAt;

  Windows(List<RequestLimit> limits) {
    this.limits = limits;
    this.left = limits.stream().mapToLong(RequestLimit::left).toArray();
    this.endsAt = new long[left.length];
    for (int i = 0; i < left.length; i++) {
      RequestLimit limit = limits.get(i);
      endsAt[i] = limit.isUntouched() ? 0 : limit.renewedIn().toNanos();
    }
  }

  /** Whether waiting helps: an allowance of nothing is never renewed. */
  boolean everOpen() {
    return limits.stream().allMatch(limit -> limit.requests() > 0);
  }

  /** When the next request may go, not before the time given. */
  long opensAt(long now) {
    long opens = now;
    for (int i = 0; i < left.length; i++) {
      if (left[i] == 0) {
        opens = Math.max(opens, endsAt[i]);
      }
    }
    return opens;
  }

  /** A request at a time at which one may go; it opens every window that is over. */
  void send(long now) {
    for (int i = 0; i < left.length; i++) {
      if (now >= endsAt[i]) {
        left[i] = limits.get(i).requests();
        endsAt[i] = Math.addExact(now, limits.get(i).window().toNanos());
      }
      left[i]--;
    }
  }
}
