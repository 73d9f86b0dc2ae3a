package dev.influx.scorer.topology;

import dev.influx.scorer.policies.Judge;
import dev.influx.scorer.policies.PolicyInForce;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Has the authors of a task judged again when another policy comes into force. What was judged by
 * it already, by a record that came in or before a crash, is passed over: so nothing needs to be
 * remembered but whether the walk over all of them has come to its end.
 */
final class Rescoring implements AutoCloseable {
  /** How often a task looks whether another policy is in force; each look costs a commit. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** A turn that is taken too early is passed over, which costs next to nothing. */
  private static final Duration BETWEEN_TURNS = Duration.ofMillis(5);

  private final ProcessorContext<?, ?> context;
  private final PolicyInForce policies;
  private final Register register;
  private final Turns turns;
  private final Told told;
  private Optional<Walk> walk = Optional.empty();
  private Optional<Cancellable> walking = Optional.empty();

  Rescoring(
      ProcessorContext<?, ?> context,
      PolicyInForce policies,
      Register register,
      Turns turns,
      Told told) {
    this.context = context;
    this.policies = policies;
    this.register = register;
    this.turns = turns;
    this.told = told;
  }

  /** Who is told of what was done, and of how the task stands. */
  record Told(Rescored rescored, PolicyMetrics standings) {}

  /**
   * From now on, on the thread of the task. Whoever had the partition before may have known of a
   * newer policy: without a look at once, this instance would judge everybody back to its own until
   * it knows too.
   */
  void begin() {
    boolean differs =
        register
            .standing()
            .last()
            .filter(standing -> !standing.getPolicy().equals(policies.now().policy()))
            .isPresent();
    if (differs) {
      policies.upToDate();
    }
    var unused = context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> look());
  }

  /** A record came in. */
  void disturb() {
    turns.mine().disturb();
  }

  private void look() {
    Judge judge = policies.now();
    register.standing().introduce(judge);
    boolean underWay = walk.filter(present -> present.isTo(judge)).isPresent();
    if (!underWay && !register.standing().isFinished(judge.policy())) {
      close();
      walk = Optional.of(Walk.begin(register, judge, told.rescored()));
      walking =
          Optional.of(
              context.schedule(BETWEEN_TURNS, PunctuationType.WALL_CLOCK_TIME, now -> takeTurn()));
    }
    register.standing().last().ifPresent(last -> told.standings().tell(context.taskId(), last));
  }

  private void takeTurn() {
    Turns.Turn turn = turns.mine();
    if (!turn.begin()) {
      return;
    }
    Judge judge = policies.now();
    Walk present = walk.orElseThrow();
    if (!present.isTo(judge)) {
      look();
    } else if (present.goOn(judge, turn)) {
      close();
    }
    turn.end();
  }

  /** Leaves a walk where it is. */
  @Override
  public void close() {
    walking.ifPresent(Cancellable::cancel);
    walking = Optional.empty();
    walk.ifPresent(Walk::close);
    walk = Optional.empty();
  }
}
