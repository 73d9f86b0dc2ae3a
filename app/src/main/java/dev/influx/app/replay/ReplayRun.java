package dev.influx.app.replay;

import dev.influx.app.pipe.Backlog;
import dev.influx.app.pipe.Backlog.UnableToLookException;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.StopSignal;
import dev.influx.app.pipe.Wiring;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Health;
import dev.influx.runtime.TopicAdmin;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.schemas.topics.TopicSpec;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Replay.State;
import dev.influx.scorer.replay.ReplayPlan;
import dev.influx.scorer.replay.Shadow;
import dev.influx.scorer.topology.Scorer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Carries a replay out in this process, or goes on with it, until it is complete or somebody asks
 * it to stop. What was done stands in the offsets of its own group: nothing is lost by a stop.
 */
public final class ReplayRun {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final int TICKS_BETWEEN_QUESTIONS = 3;

  private final Wiring wiring;
  private final ReplayLog log;
  private final Path states;
  private final Optional<Long> recordsPerSecond;

  /**
   * Prepares to run.
   *
   * @param states the directory of the states of all replays on this machine
   * @param recordsPerSecond at most
   */
  public ReplayRun(Wiring wiring, ReplayLog log, Path states, Optional<Long> recordsPerSecond) {
    this.wiring = wiring;
    this.log = log;
    this.states = states;
    this.recordsPerSecond = recordsPerSecond;
  }

  /** Begins to carry out a plan; refuses one that was made for another world. */
  public Replay apply(ReplayPlan plan) throws InterruptedException {
    Installation installation = wiring.installation();
    requireNews(plan);
    ReplayPlan.World now = new ReplayPlanner(installation, wiring.registry()).look();
    List<String> changes = ReplayPlanner.changes(plan.world(), now);
    if (!changes.isEmpty()) {
      throw new Explained(
          "the replay " + plan.id() + " was not begun",
          "since it was planned, " + String.join("; ", changes),
          "plan it again",
          null);
    }
    return log.plan(plan, State.APPLIED);
  }

  private void requireNews(ReplayPlan plan) {
    Shadow shadow = Shadow.of(wiring.installation().topics(), plan.id());
    try (ReplayCluster cluster = new ReplayCluster(wiring.installation())) {
      List<String> present = shadow.owned(cluster.topics());
      if (log.all().containsKey(plan.id()) || !present.isEmpty()) {
        throw new Explained(
            "the replay " + plan.id() + " was not begun",
            "it was begun before" + (present.isEmpty() ? "" : ": " + present),
            "go on with influx replay resume " + plan.id() + ", or plan another one",
            null);
      }
    }
  }

  /** Runs until an end, and notes it. */
  public State run(
      Replay replay, Policy policy, StopSignal signal, BiConsumer<Replay, ReplayProgress> observer)
      throws InterruptedException {
    if (!replay.state().isOpen()) {
      throw new Explained(
          "the replay " + replay.id() + " does not go on",
          "it is " + replay.state().action() + " since " + replay.since(),
          "see influx replay status " + replay.id(),
          null);
    }
    prepare(replay.plan());
    Predicate<String> excluded = excluded(replay.plan());
    Replay running = log.note(replay, State.RUNNING, policy.id());
    try (Scorer scorer = start(replay.plan(), policy, excluded);
        Backlog backlog = new Backlog(wiring.installation().kafka())) {
      try {
        return end(running, watch(running, scorer, backlog, signal, observer));
      } finally {
        shadow(replay.plan()).release();
      }
    } finally {
      try (ReplayCluster cluster = new ReplayCluster(wiring.installation())) {
        cluster.dismiss(shadow(replay.plan()).application());
      }
    }
  }

  private Shadow shadow(ReplayPlan plan) {
    return Shadow.of(wiring.installation().topics(), plan.id());
  }

  private void prepare(ReplayPlan plan) {
    Installation installation = wiring.installation();
    List<TopicSpec> topics = shadow(plan).topics().replayed(plan.world().extents().size());
    try (TopicAdmin admin = TopicAdmin.connect(installation.kafka())) {
      admin.apply(topics, installation.replicationFactor());
    }
    topics.forEach(wiring.registry()::register);
  }

  private Predicate<String> excluded(ReplayPlan plan) {
    Installation installation = wiring.installation();
    ForgottenAuthors forgotten =
        ForgottenAuthors.read(installation.kafka(), wiring.registry(), installation.topics());
    Selection selection =
        Selection.read(
            installation, wiring.registry(), plan.world().extents(), plan.range(), read -> {});
    return id -> forgotten.hasId(id) || !selection.test(id);
  }

  private Scorer start(ReplayPlan plan, Policy policy, Predicate<String> excluded) {
    Shadow.Start start =
        new Shadow.Start(
            policy,
            wiring.installation().kafka(),
            wiring.registry(),
            wiring.meters(),
            states,
            recordsPerSecond);
    return shadow(plan).start(start, plan, wiring.scorerSettings(states), excluded);
  }

  private State watch(
      Replay running,
      Scorer scorer,
      Backlog backlog,
      StopSignal signal,
      BiConsumer<Replay, ReplayProgress> observer)
      throws InterruptedException {
    for (int tick = 1; !signal.await(TICK); tick++) {
      requireAlive(running, scorer.health());
      if (reached(running, backlog, observer)) {
        return State.COMPLETE;
      }
      if (tick % TICKS_BETWEEN_QUESTIONS == 0) {
        State asked = log.find(running.id()).state();
        if (asked.asksToStop()) {
          return asked;
        }
      }
    }
    return State.PAUSING;
  }

  private boolean reached(
      Replay running, Backlog backlog, BiConsumer<Replay, ReplayProgress> observer) {
    try {
      observer.accept(running, ReplayProgress.look(backlog, wiring.installation(), running.plan()));
      return ReplayProgress.complete(backlog, wiring.installation(), running.plan());
    } catch (UnableToLookException e) {
      return false;
    }
  }

  private void requireAlive(Replay running, Health health) throws InterruptedException {
    if (health.state() == Health.State.FAILED) {
      log.note(running, State.FAILED, health.reason());
      throw new Explained(
          "the replay " + running.id() + " stopped",
          health.reason(),
          "mend the cause, then: influx replay resume " + running.id(),
          null);
    }
  }

  /** Whoever aborts it has the last word. */
  private State end(Replay running, State end) throws InterruptedException {
    return switch (end) {
      case COMPLETE ->
          log.note(running, State.COMPLETE, running.plan().world().records() + " observations")
              .state();
      case PAUSING, PAUSED -> log.note(running, State.PAUSED, "it can be resumed").state();
      default -> end;
    };
  }
}
