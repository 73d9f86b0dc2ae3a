package dev.influx.scorer.model;

import dev.influx.lists.models.Input;
import dev.influx.lists.models.Model.Assumed;
import dev.influx.schemas.Score;
import dev.influx.scorer.model.Explanation.Adjustment;
import dev.influx.scorer.model.Explanation.Line;
import dev.influx.scorer.model.Explanation.Raise;
import dev.influx.scorer.model.Signal.Change;
import dev.influx.scorer.model.Signal.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pieces of a total as a person reads them. A term's points are its yield times everything it
 * is multiplied with on the way to the total; what is done to sums on that way is an adjustment.
 * What a change would bring is found by scoring the changed author.
 */
final class Explainer implements Pieces {
  private final ScoreModel model;
  private final Score score;
  private final Facts facts;
  private final List<Line> lines = new ArrayList<>();
  private final List<Adjustment> adjustments = new ArrayList<>();

  Explainer(ScoreModel model, Score score, Facts facts) {
    this.model = model;
    this.score = score;
    this.facts = facts;
  }

  Explanation explanation() {
    return new Explanation(score, lines, adjustments);
  }

  @Override
  public void term(CompiledPart.Share share, double points) {
    Summand.Leaf leaf = share.leaf();
    Seen seen = leaf.signal().seen(facts);
    double most = share.weight() * leaf.rule().most();
    lines.add(
        new Line(
            share.part(),
            share.term(),
            seen.input(),
            seen.value(),
            seen.treatment(),
            leaf.rule().inWords(),
            points,
            Double.isInfinite(most) ? Optional.empty() : Optional.of(most),
            raise(leaf.signal().changes(facts))));
  }

  private Optional<Raise> raise(List<Change> changes) {
    return changes.stream()
        .map(change -> new Raise(change.what(), gain(change)))
        .filter(raise -> raise.gain() > 0)
        .max(Comparator.comparingDouble(Raise::gain));
  }

  private double gain(Change change) {
    return model
        .score(change.changed())
        .map(after -> after.getTotal() - score.getTotal())
        .orElse(0.0);
  }

  @Override
  public void assumed(String part, Assumed assumed, double points) {
    String inputs = assumed.inputs().stream().map(Input::code).collect(Collectors.joining(", "));
    lines.add(
        new Line(
            part,
            Explanation.ASSUMED,
            inputs,
            Optional.empty(),
            Optional.of("none of them known: " + part + " is assumed"),
            "fixed",
            points,
            Optional.of(points),
            Optional.empty()));
  }

  @Override
  public void adjustment(String part, Adjustment.Kind kind, double points) {
    adjustments.add(new Adjustment(part, kind, points));
  }
}
