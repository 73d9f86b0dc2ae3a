package dev.influx.app;

import dev.influx.schemas.Finding;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.scorer.model.Comparison;
import dev.influx.scorer.model.Explanation;
import java.util.List;
import java.util.Optional;

/**
 * An author, the verdict, and what the score is made of.
 *
 * @param last the observation that was judged
 * @param explanation empty for those who have no score
 * @param against the same author under another policy, if one was asked for
 */
record ExplainedAuthor(
    RawProfile last,
    boolean accepted,
    List<String> codes,
    PolicyRef policy,
    Optional<Explanation> explanation,
    Optional<ExplainedAuthor> against) {

  static ExplainedAuthor of(History history, Evaluator by, Optional<Evaluator> against) {
    Judgement judgement = by.judge(history);
    List<Finding> findings =
        judgement.fold(accepted -> List.of(), rejected -> rejected.getFindings());
    return new ExplainedAuthor(
        history.last(),
        judgement.accepted(),
        findings.stream().map(Finding::getCode).distinct().toList(),
        by.policy(),
        by.explain(history),
        against.map(other -> of(history, other, Optional.empty())));
  }

  String handle() {
    Profile profile = last.getProfile();
    return profile == null ? last.getHandle() : profile.getHandle();
  }

  String verdict() {
    return accepted ? "accepted" : "rejected";
  }

  /** Term by term; empty unless both policies have a score. */
  Optional<Comparison> comparison() {
    return against
        .flatMap(ExplainedAuthor::explanation)
        .flatMap(other -> explanation.map(own -> Comparison.of(own, other)));
  }
}
