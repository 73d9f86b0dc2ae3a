package dev.influx.harvester.imports;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of what was read.
 *
 * @param published users who are observations now
 * @param notFound who was asked for and not found, by how it ended
 * @param quarantined dead letters, by reason
 * @param passedOver values that are about no user
 * @param forgotten about authors who asked to be forgotten: nothing became of them
 * @param shapes users by the envelopes they were found in
 * @param doubts what is odd about published users
 */
public record ImportCounts(
    long published,
    SortedMap<String, Long> notFound,
    Map<Fault, Long> quarantined,
    long passedOver,
    long forgotten,
    SortedMap<String, Long> shapes,
    Map<Doubt, Long> doubts) {

  public ImportCounts {
    notFound = new TreeMap<>(notFound);
    quarantined = new EnumMap<>(quarantined.isEmpty() ? new EnumMap<>(Fault.class) : quarantined);
    shapes = new TreeMap<>(shapes);
    doubts = new EnumMap<>(doubts.isEmpty() ? new EnumMap<>(Doubt.class) : doubts);
  }

  /** All of it; everything that was read became exactly one thing. */
  public long read() {
    return published + sum(notFound) + sum(quarantined) + passedOver + forgotten;
  }

  public long allNotFound() {
    return sum(notFound);
  }

  public long allQuarantined() {
    return sum(quarantined);
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
