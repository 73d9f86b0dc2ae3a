package dev.influx.scorer.replay;

import dev.influx.lists.yaml.StrictMapping;
import java.util.List;
import java.util.Optional;

/**
 * What there is to read of one partition.
 *
 * @param begin the first offset that is still there
 * @param end the first offset that is not read any more
 */
public record Extent(long partition, long begin, long end) {

  public Extent {
    if (partition < 0 || begin < 0 || end < begin) {
      throw new IllegalArgumentException("a partition does not end before it begins");
    }
  }

  static Optional<Extent> read(StrictMapping written) {
    long partition = written.value("partition").wholeNumber(0, Integer.MAX_VALUE);
    long begin = written.value("begin").wholeNumber(0, Long.MAX_VALUE);
    long end = written.value("end").wholeNumber(0, Long.MAX_VALUE);
    return written.complete(() -> new Extent(partition, begin, end));
  }

  /** What stands under the key {@code extents}. */
  static List<Extent> readAll(StrictMapping written) {
    return written.value("extents").items().stream()
        .flatMap(item -> item.mapping().flatMap(Extent::read).stream())
        .toList();
  }

  public long records() {
    return end - begin;
  }

  /** How many of them lie before an offset. */
  public long before(long offset) {
    return Math.max(0, Math.min(end, offset) - begin);
  }
}
