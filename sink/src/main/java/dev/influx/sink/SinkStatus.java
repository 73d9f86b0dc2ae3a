package dev.influx.sink;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a sink stands.
 *
 * @param authors how many it knows of at this moment
 * @param caughtUp whether it has read all that was in the topic when it looked last
 * @param pending whether it knows of changes that are not published yet
 * @param consumed offset of the next record to read, by topic and partition; empty before it could
 *     connect
 * @param snapshot what was published last, by this sink or by one before it
 */
public record SinkStatus(
    int authors,
    boolean caughtUp,
    boolean pending,
    SortedMap<String, SortedMap<Integer, Long>> consumed,
    Optional<LastSnapshot> snapshot) {

  /**
   * The list as its readers find it.
   *
   * @param offsets how far the topics are in the list, by topic and partition
   */
  public record LastSnapshot(
      String id,
      Instant createdAt,
      Duration age,
      long count,
      Path path,
      SortedMap<String, SortedMap<Integer, Long>> offsets) {}
}
