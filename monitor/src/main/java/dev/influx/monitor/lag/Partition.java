package dev.influx.monitor.lag;

import java.util.Comparator;

/** One partition of a topic, by name and number. */
public record Partition(String topic, int number) implements Comparable<Partition> {
  private static final Comparator<Partition> ORDER =
      Comparator.comparing(Partition::topic).thenComparingInt(Partition::number);

  @Override
  public int compareTo(Partition other) {
    return ORDER.compare(this, other);
  }

  /** As Kafka's tools write it: {@code orders-3}. */
  @Override
  public String toString() {
    return topic + "-" + number;
  }
}
