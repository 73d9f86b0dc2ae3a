package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.PolicyDesk;
import dev.influx.app.pipe.PolicyStanding;
import dev.influx.app.pipe.StopSignal;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Replay.State;
import dev.influx.scorer.replay.Shadow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts the policy of a replay into force, waits until all scorers judge by it, lets the replay
 * catch up with what was observed meanwhile, and proves that both say the same on every id. Only
 * then does the replay go.
 */
public final class ReplayPromotion {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final int MOST_ROUNDS = 3;

  private final Installation installation;
  private final Registry registry;
  private final ReplayLog log;
  private final ReplayRun run;
  private final InstantSource clock;

  public ReplayPromotion(
      Installation installation,
      Registry registry,
      ReplayLog log,
      ReplayRun run,
      InstantSource clock) {
    this.installation = installation;
    this.registry = registry;
    this.log = log;
    this.run = run;
    this.clock = clock;
  }

  /** How it is done. */
  public record Order(String by, Duration patience, Consumer<String> step) {}

  /** The last proof; the replay is as complete as it was if it does not hold. */
  public ReplayProof promote(Replay complete, Policy policy, Order order, StopSignal signal)
      throws InterruptedException {
    require(complete);
    activate(complete, policy, order);
    await(order, signal);
    Replay replay = complete;
    Set<String> proven = new HashSet<>();
    ReplayProof proof = null;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      order.step().accept("catching up with what was observed meanwhile");
      replay = catchUp(replay, policy, signal);
      await(order, signal);
      order.step().accept("comparing every id");
      proof = ReplayProof.of(installation, registry, replay.plan(), proven);
      if (proof.holds() && proof.newer() == 0) {
        break;
      }
    }
    return proof;
  }

  /** Takes back what was promoted, or is being so: the policy before comes into force again. */
  public String rollback(Replay replay, Order order) throws InterruptedException {
    PolicyDesk desk = PolicyDesk.open(installation, registry);
    if (!isActive(replay, desk)) {
      throw new Explained(
          "the replay " + replay.id() + " cannot be rolled back",
          replay.plan().policy().id() + " is not the active policy",
          "see influx policy status",
          null);
    }
    String before = desk.rollback(act(order, "rollback of replay " + replay.id())).getId();
    log.note(replay, State.ROLLED_BACK, before + " is active again");
    return before;
  }

  /** Whether the policy of a replay is in force, by a promotion or otherwise. */
  public boolean isActive(Replay replay) {
    return isActive(replay, PolicyDesk.open(installation, registry));
  }

  private static boolean isActive(Replay replay, PolicyDesk desk) {
    return desk.book()
        .pointer()
        .filter(policy -> policy.getId().equals(replay.plan().policy().id()))
        .isPresent();
  }

  private static void require(Replay replay) {
    if (replay.state() != State.COMPLETE || !replay.plan().range().isAll()) {
      throw new Explained(
          "the replay " + replay.id() + " cannot be promoted",
          replay.state() == State.COMPLETE
              ? "it is about " + replay.plan().range() + " only, and proves nothing of the rest"
              : "it is " + replay.state().action() + ", not complete",
          "replay all observations, to their end",
          null);
    }
  }

  private void activate(Replay replay, Policy policy, Order order) throws InterruptedException {
    order.step().accept("activating " + policy.id());
    PolicyDesk.Act act = act(order, "promotion of replay " + replay.id());
    PolicyDesk.open(installation, registry).publish(policy, act);
    PolicyDesk.open(installation, registry).activate(policy, act);
  }

  private PolicyDesk.Act act(Order order, String why) {
    Instant now = clock.instant();
    return new PolicyDesk.Act(order.by(), now, Optional.of(why));
  }

  private void await(Order order, StopSignal signal) throws InterruptedException {
    order.step().accept("waiting until every author was judged by it");
    long end = System.nanoTime() + order.patience().toNanos();
    while (!isSettled()) {
      if (signal.await(TICK)) {
        throw new InterruptedException("stopped while waiting");
      }
      if (System.nanoTime() > end) {
        throw new Explained(
            "the promotion came to no end",
            "the scorers have not judged all authors by the new policy in "
                + order.patience().toSeconds()
                + " s",
            "see influx policy status; then promote again, or influx replay rollback",
            null);
      }
    }
  }

  private boolean isSettled() {
    PolicyDesk desk = PolicyDesk.open(installation, registry);
    return PolicyStanding.of(installation, desk.book().pointer()).settled();
  }

  /** The shadow passed over what came after its plan; it goes back to there. */
  private Replay catchUp(Replay replay, Policy policy, StopSignal signal)
      throws InterruptedException {
    List<Extent> before = replay.plan().world().extents();
    Shadow shadow = Shadow.of(installation.topics(), replay.id());
    List<Extent> now;
    try (ReplayCluster cluster = new ReplayCluster(installation)) {
      now = grown(before, cluster.extents(replay.plan().world().raw()));
      if (now.equals(before)) {
        return replay;
      }
      Map<TopicPartition, Long> back = new HashMap<>();
      for (Extent extent : before) {
        back.put(
            new TopicPartition(replay.plan().world().raw(), (int) extent.partition()),
            extent.end());
      }
      cluster.dismiss(shadow.application());
      cluster.moveTo(shadow.application(), back);
    }
    Replay extended = log.plan(replay.plan().extendedTo(now), State.EXTENDED);
    State end = run.run(extended, policy, signal, (running, progress) -> {});
    if (end != State.COMPLETE) {
      throw new InterruptedException("the replay is " + end.action());
    }
    return log.find(replay.id());
  }

  /** Where it begins stays as it was planned, whatever was deleted since. */
  private static List<Extent> grown(List<Extent> before, List<Extent> now) {
    return before.stream()
        .map(
            extent ->
                now.stream()
                    .filter(other -> other.partition() == extent.partition())
                    .map(other -> new Extent(extent.partition(), extent.begin(), other.end()))
                    .findFirst()
                    .orElse(extent))
        .toList();
  }
}
