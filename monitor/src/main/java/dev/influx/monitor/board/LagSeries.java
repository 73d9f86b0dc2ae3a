package dev.influx.monitor.board;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.history.History;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.TimeLag;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
 * last hour. Where looks are rarer, so are points.
 */
final class LagSeries {
  private static final int FINE_SECONDS = 10;
  private static final int COARSE_SECONDS = 60;
  // an hour, and what passes between the question and the answer
  private static final int FINE_POINTS = 390;
  private static final int COARSE_POINTS = 1440;
  // after a restart a group may be missing for a while, and a day of it is worth keeping
  private static final int FORGOTTEN_AFTER_SECONDS = 3600;
  private static final double MILLIS = 1000;

  /** The name under which the live groups are, all together. */
  static final String ALL = "";

  private final int fineSeconds;
  private final int coarseSeconds;
  private final Map<String, Rings> groups = new HashMap<>();
  private Optional<Instant> from = Optional.empty();

  /**
   * Empty.
   *
   * @param interval between two looks: a step without any would be a hole
   */
  LagSeries(Duration interval) {
    int twice = 2 * (int) Math.min(COARSE_SECONDS * COARSE_POINTS, interval.toSeconds());
    this.fineSeconds = Math.max(FINE_SECONDS, twice);
    this.coarseSeconds = Math.max(COARSE_SECONDS, twice);
  }

  /** Points in steps. */
  record Points(int step, List<Ring.Point> points) {}

  private static final class Rings {
    private final Ring fine;
    private final Ring coarse;

    Rings(int fineSeconds, int coarseSeconds) {
      this.fine = new Ring(fineSeconds, FINE_POINTS);
      this.coarse = new Ring(coarseSeconds, COARSE_POINTS);
    }

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
    long longAgo = at.getEpochSecond() - FORGOTTEN_AFTER_SECONDS;
    groups.values().removeIf(it -> it.coarse.newest() < longAgo);
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
    return groups.computeIfAbsent(group, it -> new Rings(fineSeconds, coarseSeconds));
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
    Rings rings = groups.getOrDefault(group, new Rings(fineSeconds, coarseSeconds));
    boolean recent = rings.fine.reaches(begin.getEpochSecond());
    Ring ring = recent ? rings.fine : rings.coarse;
    return new Points(ring.step(), ring.between(begin.getEpochSecond(), end.getEpochSecond()));
  }

  /** The longest that a group was behind, minute by minute, the newest last. */
  synchronized List<OptionalDouble> lastMinutes(String group, int minutes) {
    Rings rings = groups.get(group);
    return rings == null ? List.of() : rings.coarse.last(minutes);
  }

  synchronized long size() {
    return groups.values().stream().mapToLong(it -> it.coarse.size()).sum();
  }

  synchronized void write(DataOutputStream out) throws IOException {
    out.writeInt(groups.size());
    for (Map.Entry<String, Rings> group : groups.entrySet()) {
      out.writeUTF(group.getKey());
      group.getValue().fine.write(out);
      group.getValue().coarse.write(out);
    }
  }

  /** Takes in what another series has written. */
  synchronized void read(DataInputStream in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      Rings rings = rings(in.readUTF());
      rings.fine.read(in);
      rings.coarse.read(in);
    }
    long first = groups.containsKey(ALL) ? groups.get(ALL).coarse.first() : -1;
    from = first < 0 ? from : Optional.of(Instant.ofEpochSecond(first));
  }
}
