package dev.influx.app;

import dev.influx.app.deadletters.DeadLetter;
import dev.influx.app.deadletters.LetterBox;
import dev.influx.app.deadletters.LetterBox.Decision;
import dev.influx.app.deadletters.Redrive;
import dev.influx.app.pipe.PolicyDesk;
import dev.influx.app.pipe.StopSignal;
import dev.influx.app.replay.ReplayPromotion.Order;
import dev.influx.app.replay.ReplayProof;
import dev.influx.lists.policies.Policy;
import dev.influx.monitor.facts.Actions;
import dev.influx.runtime.Explained;
import dev.influx.schemas.PolicyEvent;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Replay.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do from the page: the same as the commands do, and noted the same. What takes long
 * goes on in a thread of its own, one at a time.
 */
final class PageActions implements Actions {
  static final String PAUSE = "replay-pause";
  static final String RESUME = "replay-resume";
  static final String PROMOTE = "replay-promote";
  static final String ROLLBACK = "replay-rollback";
  private static final String POLICY_ROLLBACK = "policy-rollback";
  private static final String REDRIVE = "dead-redrive";
  private static final Logger LOG = LoggerFactory.getLogger(PageActions.class);
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String FROM = " (from the page)";

  private final ReplayWork work;
  private final Runnable whenRedriven;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "influx-page-action");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * For one installation.
   *
   * @param whenRedriven told when letters were put back
   */
  PageActions(ReplayWork work, Runnable whenRedriven) {
    this.work = work;
    this.whenRedriven = whenRedriven;
  }

  /** Something that may take long. */
  private interface Errand {
    void run(StopSignal signal) throws InterruptedException;
  }

  @Override
  public Optional<String> perform(String action, String target) {
    try {
      return switch (action) {
        case PAUSE -> Optional.of(pause(open(action, target)));
        case RESUME -> Optional.of(resume(open(action, target)));
        case PROMOTE -> Optional.of(promote(open(action, target)));
        case ROLLBACK -> Optional.of(rollback(open(action, target)));
        case POLICY_ROLLBACK -> Optional.of(rollbackTo(target));
        case REDRIVE -> Optional.of(redrive(target));
        default -> Optional.empty();
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Explained("nothing was done", "the monitor stops", "do it again", e);
    }
  }

  private Replay open(String action, String id) {
    Replay replay = work.find(id);
    if (!PageReplays.actions(replay.state()).contains(action)) {
      throw new Explained(
          action + " is not possible",
          id + " is " + replay.state().action(),
          "see influx replay status " + id,
          null);
    }
    return replay;
  }

  private String pause(Replay replay) throws InterruptedException {
    work.log().note(replay, State.PAUSING, "asked for" + FROM);
    return replay.id() + " is asked to stop";
  }

  private String resume(Replay replay) {
    Policy policy = work.policy(replay, null);
    begin(signal -> work.run(null).run(replay, policy, signal, (each, progress) -> {}));
    return replay.id() + " goes on in the monitor's process";
  }

  private String promote(Replay replay) {
    Policy policy = work.policy(replay, null);
    Order order = new Order(work.user() + FROM, PATIENCE, LOG::info);
    begin(
        signal -> {
          ReplayProof proof = work.promotion().promote(replay, policy, order, signal);
          if (proof.holds()) {
            work.removal().promoted(work.find(replay.id()), work.log(), proof);
          }
        });
    return replay.id() + " is being promoted";
  }

  private String rollback(Replay replay) throws InterruptedException {
    Order order = new Order(work.user() + FROM, Duration.ZERO, LOG::info);
    return work.promotion().rollback(replay, order) + " is active again";
  }

  private void begin(Errand errand) {
    if (!busy.compareAndSet(false, true)) {
      throw new Explained(
          "nothing was done", "another action is still under way", "wait for its end", null);
    }
    background.execute(() -> carryOut(errand));
  }

  /** What comes of it stands in the log of the replay, which the page shows. */
  private void carryOut(Errand errand) {
    try (StopSignal signal = StopSignal.install()) {
      errand.run(signal);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Explained e) {
      LOG.warn("{}: {}", e.what(), e.why());
    } catch (RuntimeException e) {
      LOG.warn("an action from the page failed", e);
    } finally {
      busy.set(false);
    }
  }

  /** Only to where the person has seen that it goes. */
  private String rollbackTo(String id) throws InterruptedException {
    PolicyDesk desk = PolicyDesk.open(work.installation(), work.registry());
    Optional<String> previous =
        desk.book().active().map(PolicyEvent::getPrevious).map(it -> it.getId());
    if (!previous.equals(Optional.of(id))) {
      throw new Explained(
          "nothing was done",
          "the policy before is " + previous.orElse("not known") + ", not " + id,
          "look again: somebody else has changed it",
          null);
    }
    PolicyDesk.Act act =
        new PolicyDesk.Act(work.user() + FROM, Instant.now(), Optional.of("from the page"));
    return desk.rollback(act).getId() + " is active again";
  }

  private String redrive(String reason) throws InterruptedException {
    LetterBox box = new LetterBox(work.installation(), work.registry());
    Redrive redrive = new Redrive(work.installation(), work.registry());
    List<DeadLetter> open =
        box.open().stream().filter(letter -> letter.reason().equals(reason)).toList();
    List<DeadLetter> able =
        open.stream().filter(letter -> redrive.obstacle(letter).isEmpty()).toList();
    if (able.isEmpty()) {
      throw new Explained(
          "no letter was put back",
          open.isEmpty()
              ? "there is none of " + reason
              : "none of " + open.size() + " can go: " + redrive.obstacle(open.get(0)).orElse(""),
          "see influx dlq show",
          null);
    }
    redrive.send(able);
    box.note(Decision.REDRIVEN, able, Instant.now(), work.user() + FROM);
    whenRedriven.run();
    return able.size() + " of " + open.size() + " letters were put back";
  }
}
