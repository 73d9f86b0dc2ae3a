package dev.influx.scorer.policies;

import dev.influx.schemas.PolicyRef;
import dev.influx.scorer.evaluation.Evaluator;
import java.util.Optional;

/**
 * A policy while it is in force. There is a new judge whenever another policy comes into force, or
 * the same one comes back, so that two moments can be told apart.
 */
public final class Judge {
  private final Evaluator evaluator;
  private final Optional<String> obstacle;

  /**
   * A judge by a policy that was made ready.
   *
   * @param obstacle why it is not the active policy
   */
  public Judge(Evaluator evaluator, Optional<String> obstacle) {
    this.evaluator = evaluator;
    this.obstacle = obstacle;
  }

  public Evaluator evaluator() {
    return evaluator;
  }

  public PolicyRef policy() {
    return evaluator.policy();
  }

  /** Why it is not the active policy; empty if it is, or if none is active. */
  public Optional<String> obstacle() {
    return obstacle;
  }
}
