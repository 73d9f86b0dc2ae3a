package dev.influx.scorer.topology;

import dev.influx.schemas.ScorerStanding;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/**
 * How this instance stands to the active policy; nothing is shown while it has no task. Told by the
 * threads of all tasks, and read by whoever collects metrics.
 */
final class PolicyMetrics {
  private final Map<TaskId, Share> shares = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private List<Meter> shown = List.of();

  PolicyMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Of one task. */
  private record Share(long judged, long all, boolean hindered) {
    static Share of(ScorerStanding standing) {
      long all = standing.getAuthors();
      long judged = standing.getFinished() ? all : standing.getWalked();
      return new Share(judged, all, standing.getObstacle() != null);
    }
  }

  void tell(TaskId task, ScorerStanding standing) {
    if (shares.put(task, Share.of(standing)) == null) {
      show();
    }
  }

  /** The task is somewhere else from now on, or nowhere. */
  void leave(TaskId task) {
    shares.remove(task);
    show();
  }

  private synchronized void show() {
    if (shares.isEmpty()) {
      shown.forEach(meters::remove);
      shown = List.of();
    } else if (shown.isEmpty()) {
      shown = List.of(progress(), mismatch());
    }
  }

  private Gauge progress() {
    return Gauge.builder("influx.rescore.progress.ratio", this, PolicyMetrics::ratio)
        .description("Share of the known authors who were judged by the policy of the instance")
        .register(meters);
  }

  private Gauge mismatch() {
    return Gauge.builder("influx.instances.policy.mismatch", this, PolicyMetrics::mismatches)
        .description("1 while this instance cannot judge by the active policy; add up instances")
        .register(meters);
  }

  /** Whoever has no authors has none left to judge. */
  private double ratio() {
    long judged = shares.values().stream().mapToLong(Share::judged).sum();
    long all = shares.values().stream().mapToLong(Share::all).sum();
    return all == 0 ? 1 : (double) judged / all;
  }

  private double mismatches() {
    return shares.values().stream().anyMatch(Share::hindered) ? 1 : 0;
  }
}
