package dev.influx.scorer.topology;

import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.common.TopicPartition;

/**
 * Where those records stood that became dead letters since their tasks asked last. Kafka Streams
 * hands them to nobody else; only the tasks that keep an account of a partition are told.
 */
final class DeadPlaces {
  /** The setting under which handlers and processors of one client find the same. */
  static final String SETTING = "influx.dead.places";

  private final Map<TopicPartition, NavigableSet<Long>> places = new ConcurrentHashMap<>();

  /** From now on; what was told before belongs to a transaction that has come to its end. */
  NavigableSet<Long> open(TopicPartition partition) {
    NavigableSet<Long> fresh = new ConcurrentSkipListSet<>();
    places.put(partition, fresh);
    return fresh;
  }

  /** Of this one; whoever has the partition by then keeps what is told. */
  void close(TopicPartition partition, NavigableSet<Long> told) {
    places.computeIfPresent(partition, (p, present) -> present == told ? null : present);
  }

  void add(String topic, int partition, long offset) {
    NavigableSet<Long> told = places.get(new TopicPartition(topic, partition));
    if (told != null) {
      told.add(offset);
    }
  }
}
