package dev.influx.app.pipe;

import dev.influx.app.pipe.Backlog.UnableToLookException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out when every seed has been harvested, scored and published: each stage is compared with
 * what the one before it had written when it was complete. What the scorer says to itself goes in a
 * circle and may come round again, so that there it is complete when nothing is left to read.
 */
final class Completion {
  private final Backlog backlog;
  private final Installation installation;
  private final BooleanSupplier harvested;
  private Map<TopicPartition, Long> toScore;
  private Map<TopicPartition, Long> toPublish;

  Completion(Backlog backlog, Installation installation, BooleanSupplier harvested) {
    this.backlog = backlog;
    this.installation = installation;
    this.harvested = harvested;
  }

  boolean reached() throws UnableToLookException {
    if (toScore == null && harvested.getAsBoolean()) {
      toScore = backlog.ends(installation.topics().raw());
    }
    if (toPublish == null && toScore != null && scored()) {
      toPublish = backlog.ends(installation.topics().accepted());
    }
    return toPublish != null && passed(Wiring.sinkGroup(installation), toPublish);
  }

  private boolean scored() throws UnableToLookException {
    String group = Wiring.scorerGroup(installation);
    return passed(group, toScore) && backlog.atRest(group, installation.topics().scorerInputs());
  }

  private boolean passed(String group, Map<TopicPartition, Long> ends)
      throws UnableToLookException {
    Map<TopicPartition, Long> committed = backlog.committed(group);
    return ends.entrySet().stream()
        .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
