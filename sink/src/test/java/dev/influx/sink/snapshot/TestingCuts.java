package dev.influx.sink.snapshot;

import dev.influx.sink.snapshot.Cut.Place;
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
    SortedMap<Place, Position> positions = new TreeMap<>();
    offsets.forEach((number, offset) -> positions.put(place(number), Position.startingAt(offset)));
    return new Cut(Optional.of("cluster-1"), positions);
  }

  public static Place place(int number) {
    return new Place(TOPIC, number);
  }

  /** Of the next record of each partition. */
  public static Map<Integer, Long> offsets(Cut cut) {
    return cut.offsets().get(TOPIC);
  }

  public static Position step(long offset, Instant last, Instant newest) {
    return new Position(offset, Optional.ofNullable(last), Optional.ofNullable(newest));
  }
}
