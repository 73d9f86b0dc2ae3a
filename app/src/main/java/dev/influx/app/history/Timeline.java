package dev.influx.app.history;

import dev.influx.schemas.Clash;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Score;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one policy says of an author after each observation, as if it had always been in force.
 *
 * @param policy by name
 */
public record Timeline(String policy, List<Moment> moments) {

  public Timeline {
    moments = List.copyOf(moments);
  }

  /**
   * After one observation.
   *
   * @param outcome what the observation was: newer, stale, duplicate or forgotten
   * @param opinion what the policy says then; empty where nothing may be said
   */
  public record Moment(Sighting sighting, String outcome, Optional<Opinion> opinion) {}

  /**
   * A verdict.
   *
   * @param codes why the author is refused; none for those who are accepted
   */
  public record Opinion(List<String> codes, Optional<Double> score) {
    public Opinion {
      codes = List.copyOf(codes);
    }

    private static Opinion of(Judgement judgement) {
      return judgement.fold(
          accepted -> new Opinion(List.of(), Optional.of(accepted.getScore().getRounded())),
          rejected ->
              new Opinion(
                  rejected.getFindings().stream().map(Finding::getCode).distinct().toList(),
                  Optional.ofNullable(rejected.getScore()).map(Score::getRounded)));
    }
  }

  /**
   * Goes through the observations in the order in which a scorer takes them.
   *
   * @param clashes who else claims the same, as far as is known now; they count for the last
   *     observation only, for nobody can tell since when they do
   */
  public static Timeline of(List<Sighting> sightings, List<Clash> clashes, Evaluator evaluator) {
    List<Moment> moments = new ArrayList<>();
    Optional<History> history = Optional.empty();
    for (int i = 0; i < sightings.size(); i++) {
      Sighting each = sightings.get(i);
      Observed observed = History.observe(history, each.seen(), each.at());
      history = observed.history().isPresent() ? observed.history() : history;
      boolean last = i == sightings.size() - 1;
      Optional<Opinion> opinion =
          history
              .filter(known -> !known.isForgotten())
              .map(known -> last ? known.clashing(clashes) : known)
              .map(evaluator::judge)
              .map(Opinion::of);
      moments.add(new Moment(each, observed.outcome(), opinion));
    }
    return new Timeline(evaluator.policy().getId(), moments);
  }
}
