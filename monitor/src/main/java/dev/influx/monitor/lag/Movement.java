package dev.influx.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** How the commit and the end have moved over some looks, the oldest first. */
record Movement(List<Look> looks) {
  private static final double MILLIS = 1000;

  /** The looks of a window that ends with the last one. */
  static Movement within(List<Look> looks, Duration window) {
    Instant begin = last(looks).at().minus(window);
    int first = looks.size() - 1;
    while (first > 0 && !looks.get(first - 1).at().isBefore(begin)) {
      first--;
    }
    return new Movement(looks.subList(first, looks.size()));
  }

  Look now() {
    return last(looks);
  }

  Duration span() {
    return Duration.between(looks.get(0).at(), now().at());
  }

  /** Records a second by which the group falls behind; below 0 it catches up. */
  OptionalDouble velocity() {
    return now().lag().isEmpty()
        ? OptionalDouble.empty()
        : rate(
            looks.stream().filter(look -> look.lag().isPresent()).toList(),
            look -> look.lag().getAsLong());
  }

  /** Records a second that the group reads. */
  OptionalDouble readRate() {
    return rate(
        looks.stream().filter(look -> look.committed().isPresent()).toList(),
        look -> look.committed().getAsLong());
  }

  private static OptionalDouble rate(List<Look> looks, ToLongFunction<Look> value) {
    if (looks.size() < 2) {
      return OptionalDouble.empty();
    }
    long millis = Duration.between(looks.get(0).at(), last(looks).at()).toMillis();
    long difference = value.applyAsLong(last(looks)) - value.applyAsLong(looks.get(0));
    return millis <= 0 ? OptionalDouble.empty() : OptionalDouble.of(difference * MILLIS / millis);
  }

  /** What was seen from the latest time on that the commit was lower than before; else all. */
  Movement sinceSetBack() {
    for (int i = looks.size() - 1; i > 0; i--) {
      if (isSetBack(looks.get(i - 1), looks.get(i))) {
        return new Movement(looks.subList(i, looks.size()));
      }
    }
    return this;
  }

  private static boolean isSetBack(Look before, Look after) {
    return before.committed().isPresent()
        && after.committed().isPresent()
        && after.committed().getAsLong() < before.committed().getAsLong();
  }

  /** Whether the lag was there at every look and became smaller at none. */
  boolean neverShrinks() {
    for (int i = 1; i < looks.size(); i++) {
      if (lag(looks.get(i)) < lag(looks.get(i - 1))) {
        return false;
      }
    }
    return looks.stream().allMatch(Look::isBehind);
  }

  /** Since when the commit is what it is, as far as the looks go back. */
  Instant standingSince() {
    int first = looks.size() - 1;
    while (first > 0 && looks.get(first - 1).committed().equals(now().committed())) {
      first--;
    }
    return looks.get(first).at();
  }

  /** Since when there has been something to read at that commit, as far as the looks go back. */
  Instant waitingSince() {
    int first = looks.size() - 1;
    while (first > 0 && waitsAsNow(looks.get(first - 1))) {
      first--;
    }
    return looks.get(first).at();
  }

  private boolean waitsAsNow(Look look) {
    return look.committed().equals(now().committed()) && look.isBehind();
  }

  /** Whether the group moved, or had nothing to read, at any of the looks before the last. */
  boolean hasBeenWell() {
    return looks.stream().anyMatch(look -> !waitsAsNow(look));
  }

  private static long lag(Look look) {
    return look.lag().orElse(0);
  }

  private static Look last(List<Look> looks) {
    return looks.get(looks.size() - 1);
  }
}
