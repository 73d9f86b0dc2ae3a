package dev.influx.monitor.sampling;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one look saw of a cluster.
 *
 * @param at when the ends of the logs were read
 * @param groups that were seen whole
 * @param failed why others were not, by their names
 * @param complete whether a group that is named nowhere here does not exist any more
 * @param remarks what else was not answered, in words
 */
public record ClusterLook(
    Instant at,
    List<GroupLook> groups,
    Map<String, String> failed,
    boolean complete,
    List<String> remarks) {

  public ClusterLook {
    groups = List.copyOf(groups);
    failed = Map.copyOf(failed);
    remarks = List.copyOf(remarks);
  }
}
