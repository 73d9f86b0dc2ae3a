package dev.influx.monitor.metrics;

import dev.influx.monitor.board.Moment;
import dev.influx.monitor.facts.ReplayFacts;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.TimeLag;
import dev.influx.runtime.conservation.Conservation;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What only the monitor knows of a pipe, for Prometheus: nobody else reads all of its topics. */
public final class PipeMetrics implements MultiCollector {
  private static final Set<String> OVER = Set.of("promoted", "rolled-back", "aborted");

  private final Supplier<Moment> now;
  private final String scorer;
  private final String raw;

  /**
   * Of one pipe.
   *
   * @param scorer the group that reads raw observations
   * @param raw the topic of these
   */
  public PipeMetrics(Supplier<Moment> now, String scorer, String raw) {
    this.now = now;
    this.scorer = scorer;
    this.raw = raw;
  }

  @Override
  public MetricSnapshots collect() {
    Moment moment = now.get();
    return new MetricSnapshots(
        Stream.of(
                waiting(moment).stream(),
                results(moment).stream(),
                replays(moment.facts().replays().orElse(List.of())).stream())
            .flatMap(each -> each)
            .flatMap(Optional::stream)
            .toList());
  }

  private List<Optional<MetricSnapshot>> waiting(Moment moment) {
    Family profiles =
        new Family("influx_profiles_waiting", "Raw observations that are not scored yet");
    Family oldest =
        new Family(
            "influx_oldest_unscored_age_seconds",
            "For how long the first of them has been waiting, at most");
    moment
        .group(scorer)
        .filter(group -> group.stale().isEmpty())
        .map(group -> group.reading(raw))
        .ifPresent(lag -> add(lag, profiles, oldest));
    return List.of(profiles.gauge(), oldest.gauge());
  }

  private static void add(GroupLag lag, Family profiles, Family oldest) {
    profiles.add(Labels.EMPTY, lag.records());
    oldest.add(Labels.EMPTY, lag.time().map(TimeLag::age));
  }

  private static List<Optional<MetricSnapshot>> results(Moment moment) {
    Family gap =
        new Family("influx_conservation_gap_records", "Raw records that have come to no result");
    gap.add(
        Labels.EMPTY,
        moment
            .facts()
            .conservation()
            .map(Conservation::gapRecords)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()));
    Family drift =
        new Family(
            "influx_score_drift_psi",
            "How far the scores of all accepted authors are from those of the last snapshot");
    drift.add(Labels.EMPTY, moment.driftFromSnapshot());
    return List.of(gap.gauge(), drift.gauge());
  }

  /** Those that are not over; one that was seen at an earlier look stands as it was. */
  private static List<Optional<MetricSnapshot>> replays(List<ReplayFacts> replays) {
    Family progress =
        new Family("influx_replay_progress_ratio", "Share of its observations that are judged");
    Family remaining =
        new Family("influx_replay_eta_seconds", "How long a replay that runs will take");
    Family states = new Family("influx_replay_state", "1 for the state that a replay is in");
    for (ReplayFacts replay : replays) {
      if (!OVER.contains(replay.state())) {
        Labels labels = Labels.of("replay", replay.replay());
        progress.add(labels, replay.progressRatio());
        remaining.add(labels, replay.secondsLeft());
        states.add(labels.add("state", replay.state()), 1);
      }
    }
    return List.of(progress.gauge(), remaining.gauge(), states.gauge());
  }
}
