package dev.influx.sink.snapshot;

import dev.influx.sink.snapshot.Cut.Position;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cuts through the accepted topic. */
public final class TestingCuts {
  public static final String TOPIC = "influx.profiles.accepted";

  private TestingCuts() {}

  public static Cut at(Map<Integer, Long> offsets) {
    SortedMap<Integer, Position> positions = new TreeMap<>();
    offsets.forEach((partition, offset) -> positions.put(partition, Position.startingAt(offset)));
    return new Cut(Optional.of("cluster-1"), TOPIC, positions);
  }

  public static Position step(long offset, Instant last, Instant newest) {
    return new Position(offset, Optional.ofNullable(last), Optional.ofNullable(newest));
  }
}
