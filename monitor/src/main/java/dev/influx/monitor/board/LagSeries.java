package dev.influx.monitor.board;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.history.History;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.TimeLag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How far groups were behind over a day: the largest of each minute, and of each ten seconds of the
 * last hour.
 */
final class LagSeries {
  private static final int FINE_SECONDS = 10;
  private static final int COARSE_SECONDS = 60;
  private static final int FINE_POINTS = 360;
  private static final int COARSE_POINTS = 1440;
  private static final double MILLIS = 1000;

  /** The name under which the live groups are, all together. */
  static final String ALL = "";

  private final Map<String, Rings> groups = new HashMap<>();
  private Optional<Instant> from = Optional.empty();

  /** A moment, and the largest that was seen in it; absent where nothing was. */
  record Point(long at, OptionalDouble seconds, OptionalLong records) {}

  /** Points in steps. */
  record Points(int step, List<Point> points) {}

  private static final class Rings {
    private final Ring fine = new Ring(FINE_SECONDS, FINE_POINTS);
    private final Ring coarse = new Ring(COARSE_SECONDS, COARSE_POINTS);

    void add(Instant at, OptionalDouble seconds, OptionalLong records) {
      fine.add(at.getEpochSecond(), seconds, records);
      coarse.add(at.getEpochSecond(), seconds, records);
    }
  }

  /** Notes a look that succeeded, once. */
  synchronized void add(ClusterLag lag) {
    Instant at = lag.at().orElseThrow();
    from = from.or(() -> Optional.of(at));
    List<GroupLag> seen = lag.groups().stream().filter(it -> it.stale().isEmpty()).toList();
    seen.forEach(it -> rings(it.group()).add(at, seconds(it), it.records()));
    List<GroupLag> live = seen.stream().filter(it -> !it.about().replay()).toList();
    rings(ALL).add(at, most(live), sum(live));
    groups.keySet().removeIf(it -> !it.equals(ALL) && isGone(it, lag));
  }

  /**
   * What an earlier process has seen, as far as the looks alone tell for how long.
   *
   * @param live which groups somebody waits for
   */
  synchronized void add(History history, Predicate<String> live) {
    Map<Instant, List<Look>> all = new TreeMap<>();
    history
        .past()
        .forEach(
            (group, moments) -> {
              add(group, moments);
              if (live.test(group)) {
                moments.forEach(
                    (at, looks) -> all.computeIfAbsent(at, it -> new ArrayList<>()).addAll(looks));
              }
            });
    add(ALL, all);
    from = all.keySet().stream().findFirst().or(() -> from);
  }

  private void add(String group, Map<Instant, List<Look>> moments) {
    moments.forEach((at, looks) -> rings(group).add(at, seconds(looks), sum(looks)));
  }

  private static OptionalDouble seconds(Collection<Look> looks) {
    List<Look> behind = looks.stream().filter(it -> it.lag().orElse(0) > 0).toList();
    return behind.stream().anyMatch(it -> it.eventTime().isEmpty())
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            behind.stream()
                .map(it -> Duration.between(it.eventTime().orElseThrow(), it.at()))
                .mapToDouble(it -> Math.max(0, it.toMillis() / MILLIS))
                .max()
                .orElse(0));
  }

  private static OptionalLong sum(Collection<Look> looks) {
    return OptionalLong.of(looks.stream().mapToLong(it -> it.lag().orElse(0)).sum());
  }

  private Rings rings(String group) {
    return groups.computeIfAbsent(group, it -> new Rings());
  }

  private static boolean isGone(String group, ClusterLag lag) {
    return lag.groups().stream().noneMatch(it -> it.group().equals(group));
  }

  private static OptionalDouble seconds(GroupLag group) {
    return group
        .time()
        .map(TimeLag::age)
        .map(it -> OptionalDouble.of(it.toMillis() / MILLIS))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble most(List<GroupLag> groups) {
    return groups.stream()
        .map(LagSeries::seconds)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }

  private static OptionalLong sum(List<GroupLag> groups) {
    List<OptionalLong> known =
        groups.stream().map(GroupLag::records).filter(OptionalLong::isPresent).toList();
    return known.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(known.stream().mapToLong(OptionalLong::getAsLong).sum());
  }

  /** When the first look was. */
  synchronized Optional<Instant> from() {
    return from;
  }

  /** Between two times, in the finest steps there are of all of it. */
  synchronized Points between(String group, Instant begin, Instant end) {
    Rings rings = groups.getOrDefault(group, new Rings());
    boolean recent =
        Duration.between(begin, end).toSeconds() <= FINE_SECONDS * FINE_POINTS
            && rings.fine.reaches(begin.getEpochSecond());
    Ring ring = recent ? rings.fine : rings.coarse;
    return new Points(ring.step, ring.between(begin.getEpochSecond(), end.getEpochSecond()));
  }

  /** The longest that a group was behind, minute by minute, the newest last. */
  synchronized List<OptionalDouble> lastMinutes(String group, int minutes) {
    Rings rings = groups.get(group);
    return rings == null ? List.of() : rings.coarse.last(minutes);
  }

  synchronized long size() {
    return groups.values().stream().mapToLong(it -> it.coarse.size()).sum();
  }

  /** Buckets of a fixed number of seconds, each in the place of the one before it in the ring. */
  private static final class Ring {
    private static final long NONE = -1;

    private final int step;
    private final long[] buckets;
    private final double[] seconds;
    private final long[] records;
    private long last;

    Ring(int step, int points) {
      this.step = step;
      this.buckets = new long[points];
      this.seconds = new double[points];
      this.records = new long[points];
    }

    void add(long second, OptionalDouble time, OptionalLong count) {
      long bucket = second / step;
      int place = (int) (bucket % buckets.length);
      if (buckets[place] != bucket) {
        buckets[place] = bucket;
        seconds[place] = NONE;
        records[place] = NONE;
      }
      seconds[place] = Math.max(seconds[place], time.orElse(NONE));
      records[place] = Math.max(records[place], count.orElse(NONE));
      last = Math.max(last, bucket);
    }

    boolean reaches(long second) {
      return second / step > last - buckets.length;
    }

    long size() {
      long size = 0;
      for (long bucket : buckets) {
        size += bucket > last - buckets.length && bucket > 0 ? 1 : 0;
      }
      return size;
    }

    List<Point> between(long begin, long end) {
      List<Point> points = new ArrayList<>();
      long first = Math.max(begin / step, last - buckets.length + 1);
      for (long bucket = first; bucket <= Math.min(end / step, last); bucket++) {
        points.add(point(bucket));
      }
      return points;
    }

    List<OptionalDouble> last(int points) {
      List<OptionalDouble> seconds = new ArrayList<>();
      for (long bucket = Math.max(0, last - points + 1); bucket <= last; bucket++) {
        seconds.add(point(bucket).seconds());
      }
      return seconds;
    }

    private Point point(long bucket) {
      int place = (int) (bucket % buckets.length);
      boolean known = buckets[place] == bucket;
      return new Point(
          bucket * step,
          known && seconds[place] >= 0 ? OptionalDouble.of(seconds[place]) : OptionalDouble.empty(),
          known && records[place] >= 0 ? OptionalLong.of(records[place]) : OptionalLong.empty());
    }
  }
}
