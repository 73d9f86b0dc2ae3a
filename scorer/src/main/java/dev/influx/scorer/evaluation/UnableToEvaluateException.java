package dev.influx.scorer.evaluation;

import dev.influx.lists.policies.Policy;
import java.util.List;

/** A policy names a model that this release cannot compute. */
public final class UnableToEvaluateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnableToEvaluateException(Policy policy, List<String> known) {
    super("policy " + policy.id() + " names the model " + policy.model() + "; known are " + known);
  }
}
