package dev.influx.monitor.sampling;

import java.util.List;

/**
 * One who reads in a group.
 *
 * @param member its id in the group
 * @param partitions as Kafka's tools write them
 */
public record Member(String member, String client, String host, List<String> partitions) {

  public Member {
    partitions = partitions.stream().sorted().toList();
  }
}
