package dev.influx.harvester.draw;

import java.util.OptionalLong;

/** A class of authors by their followers. */
public enum Band {
  UNDER_10K("<10k", 10_000),
  UNDER_100K("10k-100k", 100_000),
  UNDER_1M("100k-1M", 1_000_000),
  FROM_1M(">=1M", Long.MAX_VALUE),
  UNKNOWN("unknown", 0);

  private final String label;
  private final long end;

  Band(String label, long end) {
    this.label = label;
    this.end = end;
  }

  /** The name in plans and reports. */
  public String label() {
    return label;
  }

  public static Band of(OptionalLong followers) {
    if (followers.isEmpty()) {
      return UNKNOWN;
    }
    long count = followers.getAsLong();
    if (count < UNDER_10K.end) {
      return UNDER_10K;
    }
    if (count < UNDER_100K.end) {
      return UNDER_100K;
    }
    return count < UNDER_1M.end ? UNDER_1M : FROM_1M;
  }
}
