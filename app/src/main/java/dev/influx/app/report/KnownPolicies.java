package dev.influx.app.report;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Score;
import dev.influx.scorer.evaluation.Evaluator;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policies that records may have been judged by, found by their content. */
final class KnownPolicies {
  private final Map<String, Policy> bySha256 = new HashMap<>();
  private final Map<String, Evaluator> evaluators = new HashMap<>();
  private final Map<PolicyName, PolicyName> names = new ConcurrentHashMap<>();

  /** Those that come with influx, and more. */
  KnownPolicies(Collection<Policy> more) {
    Policies.bundled().all().forEach(this::add);
    more.forEach(this::add);
  }

  private void add(Policy policy) {
    bySha256.put(policy.sha256().hex(), policy);
  }

  /**
   * With the id of the policy, if only its hash was on record. Always the same object, so that it
   * can be held for many authors; many threads may ask at once.
   */
  PolicyName completed(PolicyName name) {
    return names.computeIfAbsent(
        name,
        given -> new PolicyName(given.id().or(() -> find(given).map(Policy::id)), given.sha256()));
  }

  /**
   * The score that is on record, with what it is made of. A published list does not say that; but
   * where its policy is known and gives the same score again, it is no secret.
   */
  Score explained(Listed author) {
    Score recorded = author.score();
    return recorded.getContributions().isEmpty()
        ? again(author)
            .filter(score -> score.getRounded() == recorded.getRounded())
            .orElse(recorded)
        : recorded;
  }

  private Optional<Score> again(Listed author) {
    return author
        .policy()
        .flatMap(this::evaluator)
        .map(evaluator -> evaluator.judge(author.history(), author.pace()))
        .flatMap(
            judgement ->
                judgement.fold(
                    accepted -> Optional.of(accepted.getScore()),
                    rejected -> Optional.ofNullable(rejected.getScore())));
  }

  private Optional<Evaluator> evaluator(PolicyName name) {
    return find(name)
        .map(
            policy ->
                evaluators.computeIfAbsent(
                    name.sha256(), sha256 -> Evaluator.withoutLanguages(policy)));
  }

  private Optional<Policy> find(PolicyName name) {
    return Optional.ofNullable(bySha256.get(name.sha256()));
  }
}
