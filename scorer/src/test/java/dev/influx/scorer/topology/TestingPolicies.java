package dev.influx.scorer.topology;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.lists.policies.UnableToReadPolicyException;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.policies.Judge;
import dev.influx.scorer.policies.PolicyInForce;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Policies that a test puts into force, one after the other. */
final class TestingPolicies implements PolicyInForce {
  /** As m0, but for a threshold that few reach. */
  static final String STRICT = "strict@1";

  private static final Map<String, Evaluator> READY = new ConcurrentHashMap<>();

  private volatile Judge judge;
  private volatile Runnable look = () -> {};

  TestingPolicies(String policy) {
    activate(policy);
  }

  static Evaluator evaluator(String policy) {
    return READY.computeIfAbsent(policy, id -> Evaluator.of(policy(id)));
  }

  /** One that comes with influx, or {@link #STRICT}. */
  static Policy policy(String id) {
    return id.equals(STRICT) ? strict() : Policies.bundled().find(id).orElseThrow();
  }

  private static Policy strict() {
    String m0 = new String(policy("m0").canonicalBytes(), StandardCharsets.UTF_8);
    String strict =
        m0.replaceFirst("\"id\":\"m0\"", "\"id\":\"" + STRICT + "\"")
            .replace("\"min_followers\":50000", "\"min_followers\":1000000")
            .replace("\"verified_min_followers\":30000", "\"verified_min_followers\":1000000");
    return Policies.fromCanonical(strict.getBytes(StandardCharsets.UTF_8))
        .orElseThrow(UnableToReadPolicyException::new);
  }

  void activate(String policy) {
    judge = new Judge(evaluator(policy), Optional.empty());
  }

  void refuse(String why) {
    judge = new Judge(judge.evaluator(), Optional.of(why));
  }

  /** What happens when somebody wants to know for sure. */
  void onLook(Runnable action) {
    look = action;
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  @Override
  public void await() {
    // It was known from the start.
  }

  @Override
  public Judge now() {
    return judge;
  }

  @Override
  public Judge upToDate() {
    look.run();
    return judge;
  }
}
