package dev.influx.scorer.topology;

import dev.influx.schemas.Clash;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Claimants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to come out of a dump of the raw topic, without any topology: folds the observations of
 * each author, compares all authors, and judges.
 */
final class Calculation {
  private final Map<String, History> histories = new TreeMap<>();

  /** In the order of each partition. */
  void observe(RawProfile seen, Lineage at) {
    History.observe(Optional.ofNullable(histories.get(seen.getId())), seen, at)
        .history()
        .ifPresent(history -> histories.put(seen.getId(), history));
  }

  /** What a policy says of everybody who was not forgotten. */
  Map<String, Judgement> under(Evaluator evaluator) {
    Map<String, Claimants> claimants = claimants();
    Map<String, Judgement> judgements = new TreeMap<>();
    histories.forEach(
        (id, history) -> {
          if (!history.isForgotten()) {
            judgements.put(id, evaluator.judge(history.clashing(clashes(history, claimants))));
          }
        });
    return judgements;
  }

  private Map<String, Claimants> claimants() {
    Map<String, Claimants> claimants = new HashMap<>();
    for (History history : histories.values()) {
      for (Claim claim : Claim.of(history.last())) {
        claimants.merge(
            claim.fingerprint(),
            Claimants.nobody().claimed(claim).after(),
            (before, alone) -> before.claimed(claim).after());
      }
    }
    return claimants;
  }

  private static List<Clash> clashes(History history, Map<String, Claimants> claimants) {
    List<Clash> clashes = new ArrayList<>();
    for (Claim claim : Claim.of(history.last())) {
      claimants
          .get(claim.fingerprint())
          .rivalOf(claim.id())
          .ifPresent(rival -> clashes.add(new Clash(claim.fingerprint(), rival.id())));
    }
    clashes.sort(Comparator.comparing(Clash::getFingerprint));
    return clashes;
  }
}
