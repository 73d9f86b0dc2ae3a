package dev.influx.scorer.topology;

import dev.influx.schemas.Finding;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.evaluation.Judgement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** What came of observations that were news, for the metrics. For the thread of one task. */
final class ResultMetrics {
  private static final double BEST = 100;
  private static final double WIDTH = 5;
  private static final Duration[] LATENCIES =
      DoubleStream.of(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600)
          .mapToObj(seconds -> Duration.ofMillis((long) (seconds * 1000)))
          .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final Timer latency;
  private final DistributionSummary scores;
  private final Map<String, Counter> rejections = new HashMap<>();
  private final Map<String, Counter> hits = new HashMap<>();

  ResultMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.latency =
        Timer.builder("influx.stage.latency")
            .description("Age of a record by its event time, when it came out of a stage")
            .tag("stage", "raw_to_scored")
            .serviceLevelObjectives(LATENCIES)
            .register(meters);
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
   * @param age of the observation; clocks that differ make none that is negative
   */
  void judged(Judgement judgement, long age) {
    latency.record(Math.max(0, age), TimeUnit.MILLISECONDS);
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
