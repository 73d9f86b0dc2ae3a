package dev.influx.scorer.topology;

import dev.influx.runtime.StageLatency;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.evaluation.Judgement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What came of observations that were news, for the metrics. For the thread of one task. */
final class ResultMetrics {
  private static final double BEST = 100;
  private static final double WIDTH = 5;
  private final MeterRegistry meters;
  private final StageLatency latency;
  private final DistributionSummary scores;
  private final Map<String, Counter> rejections = new HashMap<>();
  private final Map<String, Counter> hits = new HashMap<>();

  ResultMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.latency = new StageLatency(meters, "raw_to_scored");
    this.scores =
        DistributionSummary.builder("influx.score")
            .description("Scores of observations that were news")
            .serviceLevelObjectives(
                DoubleStream.iterate(WIDTH, to -> to <= BEST, to -> to + WIDTH).toArray())
            .register(meters);
  }

  /**
   * Of one observation.
   *
   * @param age of the observation, in milliseconds
   */
  void judged(Judgement judgement, long age) {
    latency.record(Duration.ofMillis(age));
    Boolean unused = judgement.fold(this::accepted, this::rejected);
  }

  private boolean accepted(ScoredProfile author) {
    scores.record(author.getScore().getRounded());
    hit(author.getFlags());
    return true;
  }

  private boolean rejected(RejectedProfile author) {
    if (author.getScore() != null) {
      scores.record(author.getScore().getRounded());
    }
    author.getFindings().stream()
        .map(Finding::getCode)
        .distinct()
        .forEach(code -> count(rejections, "influx.rejections", "code", code));
    hit(author.getFindings());
    return false;
  }

  private void hit(List<Finding> findings) {
    for (Finding finding : findings) {
      count(hits, "influx.rule.hits", "rule", finding.getRule());
    }
  }

  private void count(Map<String, Counter> counters, String name, String label, String value) {
    counters
        .computeIfAbsent(value, it -> Counter.builder(name).tag(label, it).register(meters))
        .increment();
  }
}
