package dev.influx.sink.snapshot;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far each partition of some topics was read: the place at which a snapshot was taken. */
public record Cut(Optional<String> clusterId, SortedMap<Place, Position> positions) {

  public Cut {
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
  }

  /** The same cut with some partitions read further. */
  public Cut advancedBy(Map<Place, Position> steps) {
    SortedMap<Place, Position> further = new TreeMap<>(positions);
    steps.forEach((partition, step) -> further.merge(partition, step, Position::then));
    return new Cut(clusterId, further);
  }

  /** The offset of the next record of each partition, by topic. */
  public SortedMap<String, SortedMap<Integer, Long>> offsets() {
    SortedMap<String, SortedMap<Integer, Long>> offsets = new TreeMap<>();
    positions.forEach(
        (partition, position) ->
            offsets
                .computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.number(), position.offset()));
    return offsets;
  }

  /** Whether everything before these ends was read. */
  public boolean reaches(Map<Place, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> offset(end.getKey()) >= end.getValue());
  }

  private long offset(Place partition) {
    return Optional.ofNullable(positions.get(partition)).map(Position::offset).orElse(-1L);
  }

  /** One partition of one topic. */
  public record Place(String topic, int number) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::topic).thenComparing(Place::number);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * How far one partition was read.
   *
   * @param offset of the next record to read, past commit markers and aborted records
   * @param last event time of the last record that was read
   * @param newest the latest event time of all that were read
   */
  public record Position(long offset, Optional<Instant> last, Optional<Instant> newest) {

    /** The start of a partition: nothing was read. */
    public static Position startingAt(long offset) {
      return new Position(offset, Optional.empty(), Optional.empty());
    }

    private Position then(Position step) {
      return new Position(
          step.offset, step.last.or(() -> last), later(newest, step.newest).or(() -> newest));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
      return other.filter(time -> one.isEmpty() || time.isAfter(one.get()));
    }
  }
}
