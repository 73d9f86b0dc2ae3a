package dev.influx.app.replay;

import dev.influx.app.pipe.Backlog;
import dev.influx.app.pipe.Backlog.UnableToLookException;
import dev.influx.app.pipe.Installation;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.ReplayPlan;
import dev.influx.scorer.replay.Shadow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a replay has come.
 *
 * @param read observations that are done with
 * @param all observations of the plan
 */
public record ReplayProgress(long read, long all) {
  private static final double WHOLE = 100;

  /** Looks at what the replay has committed; the live group is not asked. */
  public static ReplayProgress look(Installation installation, ReplayPlan plan)
      throws UnableToLookException {
    try (Backlog backlog = new Backlog(installation.kafka())) {
      return look(backlog, installation, plan);
    }
  }

  static ReplayProgress look(Backlog backlog, Installation installation, ReplayPlan plan)
      throws UnableToLookException {
    Map<TopicPartition, Long> committed =
        backlog.committed(Shadow.of(installation.topics(), plan.id()).application());
    long read = 0;
    for (Extent extent : plan.world().extents()) {
      TopicPartition partition = new TopicPartition(plan.world().raw(), (int) extent.partition());
      read += extent.before(committed.getOrDefault(partition, extent.begin()));
    }
    return new ReplayProgress(read, plan.world().records());
  }

  /** Every observation was read, and what the scorers told each other after it as well. */
  static boolean complete(Backlog backlog, Installation installation, ReplayPlan plan)
      throws UnableToLookException {
    Shadow shadow = Shadow.of(installation.topics(), plan.id());
    ReplayProgress progress = look(backlog, installation, plan);
    return progress.read == progress.all
        && backlog.atRest(
            shadow.application(), List.of(shadow.topics().claims(), shadow.topics().clashes()));
  }

  public double percent() {
    return all == 0 ? WHOLE : WHOLE * read / all;
  }

  /** How long the rest takes; empty for whoever has no rate, or does not run. */
  public Optional<Duration> remaining(Replay replay, Instant now) {
    if (replay.state() != Replay.State.RUNNING) {
      return Optional.empty();
    }
    long millis = Duration.between(replay.since(), now).toMillis();
    return read > 0 && millis > 0
        ? Optional.of(Duration.ofMillis((all - read) * millis / read))
        : replay.plan().volume().seconds(all - read).map(Duration::ofSeconds);
  }
}
