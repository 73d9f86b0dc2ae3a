package dev.influx.app;

import dev.influx.app.pipe.Backlog.UnableToLookException;
import dev.influx.app.replay.DiffView;
import dev.influx.app.replay.ReplayComparison;
import dev.influx.app.replay.ReplayProgress;
import dev.influx.monitor.facts.ReplayFacts;
import dev.influx.monitor.results.ScoreSpread;
import dev.influx.runtime.Explained;
import dev.influx.scorer.difference.Difference;
import dev.influx.scorer.difference.Difference.Mover;
import dev.influx.scorer.model.Movement;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Replay.State;
import dev.influx.scorer.statistics.Distribution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays for the page. What one says otherwise is computed once, when it is complete. */
final class PageReplays {
  private static final Logger LOG = LoggerFactory.getLogger(PageReplays.class);
  private static final int OVER = 5;
  private static final int MOVERS = 5;
  private static final double WHOLE = 100;
  private static final double MILLIS = 1000;

  private final ReplayWork work;
  private Optional<Compared> compared = Optional.empty();

  PageReplays(ReplayWork work) {
    this.work = work;
  }

  /** The comparison of a replay as it was at one time. */
  private record Compared(
      String id, Instant since, Optional<Object> diff, Optional<ScoreSpread> spread) {
    boolean isOf(Replay replay) {
      return id.equals(replay.id()) && since.equals(replay.since());
    }
  }

  List<ReplayFacts> read(Instant now) {
    List<Replay> all = new ArrayList<>(work.log().all().values());
    Collections.reverse(all);
    List<ReplayFacts> facts = new ArrayList<>();
    int over = 0;
    for (Replay replay : all) {
      if (!replay.state().isOver() || over++ < OVER) {
        facts.add(facts(replay, now));
      }
    }
    return facts;
  }

  private ReplayFacts facts(Replay replay, Instant now) {
    Optional<ReplayProgress> progress =
        replay.state().isOver() ? Optional.empty() : progress(replay);
    Optional<Compared> comparison =
        replay.state() == State.COMPLETE ? compare(replay, now) : Optional.empty();
    return new ReplayFacts(
        replay.id(),
        replay.plan().policy().id(),
        replay.plan().policy().sha256(),
        replay.plan().range().toString(),
        replay.state().action(),
        replay.since(),
        replay.detail(),
        progress.map(it -> OptionalLong.of(it.read())).orElse(OptionalLong.empty()),
        replay.plan().world().records(),
        progress.map(it -> OptionalDouble.of(it.percent() / WHOLE)).orElse(OptionalDouble.empty()),
        progress.flatMap(it -> it.remaining(replay, now)),
        progress.map(it -> rate(replay, it, now)).orElse(OptionalDouble.empty()),
        comparison.flatMap(Compared::diff),
        actions(replay.state()),
        comparison.flatMap(Compared::spread));
  }

  private Optional<ReplayProgress> progress(Replay replay) {
    try {
      return Optional.of(ReplayProgress.look(work.installation(), replay.plan()));
    } catch (UnableToLookException e) {
      LOG.debug("the progress of {} is not known", replay.id(), e);
      return Optional.empty();
    }
  }

  private static OptionalDouble rate(Replay replay, ReplayProgress progress, Instant now) {
    double seconds = Duration.between(replay.since(), now).toMillis() / MILLIS;
    return replay.state() == State.RUNNING && seconds > 0
        ? OptionalDouble.of(progress.read() / seconds)
        : OptionalDouble.empty();
  }

  /** What can be done from here, with what is known to this process. */
  static List<String> actions(State state) {
    return switch (state) {
      case RUNNING -> List.of(PageActions.PAUSE);
      case APPLIED, PAUSED, FAILED, EXTENDED -> List.of(PageActions.RESUME);
      case COMPLETE -> List.of(PageActions.PROMOTE);
      case PROMOTED -> List.of(PageActions.ROLLBACK);
      case PAUSING, ROLLED_BACK, ABORTING, ABORTED -> List.of();
    };
  }

  private Optional<Compared> compare(Replay replay, Instant now) {
    if (compared.filter(it -> it.isOf(replay)).isEmpty()) {
      compared = Optional.of(compute(replay, now));
    }
    return compared;
  }

  private Compared compute(Replay replay, Instant now) {
    try {
      ReplayComparison comparison =
          new ReplayComparison(work.installation(), work.registry(), replay.plan());
      DiffView view =
          DiffView.of(
              replay.plan(), work.policy(replay, null), comparison.compare(MOVERS), List.of());
      return new Compared(
          replay.id(),
          replay.since(),
          Optional.of(diff(view, now)),
          view.result().difference().figures().other().map(it -> spread(replay.id(), it)));
    } catch (Explained e) {
      LOG.warn("{} could not be compared: {}", replay.id(), e.why());
      return new Compared(replay.id(), replay.since(), Optional.empty(), Optional.empty());
    }
  }

  private static ScoreSpread spread(String name, Distribution scores) {
    return new ScoreSpread(
        name,
        scores.count(),
        scores.min(),
        scores.p5(),
        scores.p25(),
        scores.p50(),
        scores.p75(),
        scores.p95(),
        scores.max(),
        scores.mean(),
        scores.zeroScores(),
        scores.histogram().bins());
  }

  private static Map<String, Object> diff(DiffView view, Instant now) {
    Difference difference = view.result().difference();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("computed_at", now);
    json.put("live", difference.counts().live());
    json.put("shadow", difference.counts().other());
    json.put("added", difference.flips().accepted());
    json.put("removed", difference.flips().rejected());
    json.put("moved", difference.counts().mismatched());
    json.put("same", difference.counts().same());
    json.put("rank_correlation", difference.figures().rankCorrelation());
    json.put("psi", difference.figures().stability());
    Map<String, Object> flips = new LinkedHashMap<>();
    flips.put("to_accepted", difference.flips().accepted());
    flips.put("to_rejected", difference.flips().rejected());
    json.put("flips", flips);
    json.put("limits", view.checks());
    json.put("up", difference.up().stream().map(it -> mover(view, it)).toList());
    json.put("down", difference.down().stream().map(it -> mover(view, it)).toList());
    return json;
  }

  private static Map<String, Object> mover(DiffView view, Mover mover) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", mover.id());
    json.put("handle", mover.handle());
    json.put("live", mover.live());
    json.put("shadow", mover.other());
    json.put("difference", mover.difference());
    json.put(
        "term", Optional.ofNullable(view.result().terms().get(mover.id())).map(Movement::term));
    return json;
  }
}
