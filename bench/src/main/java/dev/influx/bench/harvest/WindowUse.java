package dev.influx.bench.harvest;

import dev.influx.simulator.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What came of one window of a rate limit, by the journal of who keeps it.
 *
 * @param allowed requests
 * @param used requests that were granted
 * @param refused requests that were answered with status 429
 * @param opened by its first request
 * @param reset when it was over
 */
public record WindowUse(long allowed, long used, long refused, Instant opened, Instant reset) {
  private static final String LOOK_UP = "/2/users/by";
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String SEPARATOR = ":";

  /** The windows of the look-up of many users by their handles, in the order of time. */
  static List<WindowUse> of(List<JournalEntry> journal) {
    TreeMap<Long, WindowUse> byReset = new TreeMap<>();
    for (JournalEntry entry : journal) {
      if (entry.path().equals(LOOK_UP)) {
        entry
            .window()
            .map(window -> first(entry, window))
            .ifPresent(use -> byReset.merge(use.reset.getEpochSecond(), use, WindowUse::plus));
      }
    }
    return new ArrayList<>(byReset.values());
  }

  private static WindowUse first(JournalEntry entry, JournalEntry.Window window) {
    boolean refused = entry.status() == TOO_MANY_REQUESTS;
    return new WindowUse(
        window.limit(),
        refused ? 0 : 1,
        refused ? 1 : 0,
        entry.time(),
        Instant.ofEpochSecond(window.reset()));
  }

  private WindowUse plus(WindowUse other) {
    Instant first = opened.isBefore(other.opened) ? opened : other.opened;
    return new WindowUse(allowed, used + other.used, refused + other.refused, first, reset);
  }

  /** The share of the allowed requests that was used. */
  public double share() {
    return (double) used / allowed;
  }

  /** How long after the end of this window the next one was opened. */
  public Duration idleUntil(WindowUse next) {
    return Duration.between(reset, next.opened);
  }

  String write() {
    return String.join(
        SEPARATOR,
        Long.toString(allowed),
        Long.toString(used),
        Long.toString(refused),
        Long.toString(opened.toEpochMilli()),
        Long.toString(reset.toEpochMilli()));
  }

  /** What {@link SimulatorProcess} answers. */
  public static List<WindowUse> read(String answer) {
    return Arrays.stream(answer.split(" "))
        .filter(written -> !written.isEmpty())
        .map(WindowUse::readOne)
        .toList();
  }

  private static WindowUse readOne(String written) {
    long[] parts = Arrays.stream(written.split(SEPARATOR)).mapToLong(Long::parseLong).toArray();
    return new WindowUse(
        parts[0],
        parts[1],
        parts[2],
        Instant.ofEpochMilli(parts[3]),
        Instant.ofEpochMilli(parts[4]));
  }
}
