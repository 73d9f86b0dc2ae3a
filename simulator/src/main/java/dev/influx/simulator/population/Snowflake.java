package dev.influx.simulator.population;

import java.time.Instant;

/** Ids in the manner of X: the time in milliseconds, then bits that make them unique. */
public final class Snowflake {

  public static final int LOW_BITS = 22;

  private static final long EPOCH = 1_288_834_974_657L;
  private static final long LOW_MASK = (1L << LOW_BITS) - 1;

  private Snowflake() {}

  public static long of(Instant time, long low) {
    return (time.toEpochMilli() - EPOCH) << LOW_BITS | (low & LOW_MASK);
  }

  public static Instant time(long id) {
    return Instant.ofEpochMilli((id >> LOW_BITS) + EPOCH);
  }

  public static int low(long id) {
    return (int) (id & LOW_MASK);
  }
}
