package dev.influx.scorer.topology;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScorerStanding;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.TaskId;

/**
 * How this instance stands to the active policy; nothing is shown while it has no task. Of several
 * in one process the first is shown. Told by the threads of all tasks, and read by whoever collects
 * metrics.
 */
final class PolicyMetrics {
  private static final String PROGRESS = "influx.rescore.progress.ratio";

  private final Map<TaskId, Share> shares = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final MultiGauge policies;
  private List<Meter> shown = List.of();

  PolicyMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.policies =
        MultiGauge.builder("influx.policy.info")
            .description("1 for each policy by which this instance judges")
            .register(meters);
  }

  /** Of one task. */
  private record Share(PolicyRef policy, long judged, long all, boolean hindered) {
    static Share of(ScorerStanding standing) {
      long all = standing.getAuthors();
      long judged = standing.getFinished() ? all : standing.getWalked();
      return new Share(standing.getPolicy(), judged, all, standing.getObstacle() != null);
    }
  }

  void tell(TaskId task, ScorerStanding standing) {
    Share before = shares.put(task, Share.of(standing));
    if (before == null || !before.policy().equals(standing.getPolicy())) {
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
    } else if (shown.isEmpty() && meters.find(PROGRESS).gauge() == null) {
      shown = List.of(progress(), mismatch());
    }
    Set<PolicyRef> judging =
        shares.values().stream().map(Share::policy).collect(Collectors.toSet());
    policies.register(
        judging.stream().<Row<?>>map(policy -> Row.of(labels(policy), 1)).toList(), true);
  }

  private static Tags labels(PolicyRef policy) {
    String id = policy.getId();
    int sign = id.lastIndexOf('@');
    return Tags.of(
        "id",
        id,
        "version",
        sign < 0 ? "" : id.substring(sign + 1),
        "sha256",
        HexFormat.of().formatHex(policy.getSha256().bytes()));
  }

  private Gauge progress() {
    return Gauge.builder(PROGRESS, this, PolicyMetrics::ratio)
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
