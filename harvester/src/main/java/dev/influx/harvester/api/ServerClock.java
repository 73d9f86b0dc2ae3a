package dev.influx.harvester.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * X's clock as far as its answers tell it, read off this machine's steady clock: neither a wrong
 * nor a changing time of day here can shorten or stretch a wait.
 *
 * @param offsets the latest distances from the steady clock, in milliseconds
 * @param provisional the distance to take until the first answer
 */
record ServerClock(List<Long> offsets, long provisional) {
  private static final int KEPT = 9;
  private static final long NANOS_PER_MILLI = 1_000_000;

  ServerClock {
    offsets = List.copyOf(offsets);
  }

  static ServerClock starting(Instant here, long nanos) {
    return new ServerClock(List.of(), offset(here, nanos));
  }

  ServerClock observe(Instant date, long nanos) {
    List<Long> latest = new ArrayList<>(offsets);
    latest.add(offset(date, nanos));
    return new ServerClock(
        latest.subList(Math.max(0, latest.size() - KEPT), latest.size()), provisional);
  }

  /** By the median, which one odd answer cannot move far. */
  Instant at(long nanos) {
    List<Long> sorted = offsets.stream().sorted().toList();
    long offset = sorted.isEmpty() ? provisional : sorted.get(sorted.size() / 2);
    return Instant.ofEpochMilli(nanos / NANOS_PER_MILLI + offset);
  }

  private static long offset(Instant time, long nanos) {
    return time.toEpochMilli() - nanos / NANOS_PER_MILLI;
  }
}
