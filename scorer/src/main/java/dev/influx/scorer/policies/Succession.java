package dev.influx.scorer.policies;

import dev.influx.lists.policies.Policy;
import dev.influx.runtime.policies.PolicyBook;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import dev.influx.scorer.evaluation.Evaluator;
import java.util.Optional;

/** Who judges after a look into the book of policies. */
final class Succession {
  private final Optional<Judge> present;
  private final KnownPolicies known;

  private Succession(Optional<Judge> present, KnownPolicies known) {
    this.present = present;
    this.known = known;
  }

  /**
   * The same judge if nothing has changed.
   *
   * @param present nobody at the start
   */
  static Judge after(Optional<Judge> present, Policy configured, PolicyBook book) {
    Succession succession = new Succession(present, new KnownPolicies(configured, book));
    return book.active()
        .map(succession::byPointer)
        .orElseGet(() -> succession.judge(configured, Optional.empty()));
  }

  private Judge byPointer(PolicyEvent pointer) {
    PolicyRef active = pointer.getPolicy();
    return present
        .filter(judge -> judge.policy().equals(active))
        .map(judge -> keep(judge, Optional.empty()))
        .orElseGet(
            () ->
                known
                    .find(active)
                    .fold(
                        policy -> judge(policy, Optional.empty()),
                        faults -> stay(pointer, active.getId() + " is active; " + faults.get(0))));
  }

  /** Whoever judges goes on; whoever starts takes what was in force before, if that can be read. */
  private Judge stay(PolicyEvent pointer, String why) {
    Optional<String> obstacle = Optional.of(why);
    return present
        .map(judge -> keep(judge, obstacle))
        .orElseGet(
            () ->
                Optional.ofNullable(pointer.getPrevious())
                    .flatMap(
                        before -> known.find(before).fold(Optional::of, no -> Optional.empty()))
                    .map(policy -> judge(policy, obstacle))
                    .orElseGet(() -> judge(known.configured(), obstacle)));
  }

  private Judge judge(Policy policy, Optional<String> obstacle) {
    return present
        .filter(judge -> KnownPolicies.isThe(judge.policy(), policy))
        .map(judge -> keep(judge, obstacle))
        .orElseGet(() -> new Judge(Evaluator.of(policy), obstacle));
  }

  private static Judge keep(Judge judge, Optional<String> obstacle) {
    return judge.obstacle().equals(obstacle) ? judge : new Judge(judge.evaluator(), obstacle);
  }
}
