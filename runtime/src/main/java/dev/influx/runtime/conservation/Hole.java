package dev.influx.runtime.conservation;

import dev.influx.schemas.LedgerHole;
import org.apache.kafka.common.TopicPartition;

/** Offsets of a raw partition that a scorer has passed over. */
record Hole(TopicPartition partition, long first, long last) {
  static Hole of(TopicPartition partition, LedgerHole hole) {
    return new Hole(partition, hole.getFirst(), hole.getLast());
  }

  long length() {
    return last - first + 1;
  }
}
