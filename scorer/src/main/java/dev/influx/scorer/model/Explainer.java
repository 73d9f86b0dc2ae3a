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
 * Takes a score apart. A term's points are its yield times everything it is multiplied with on the
 * way to the total; what is done to sums on that way becomes adjustments. What a change would bring
 * is found by scoring the changed author.
 */
final class Explainer {
  private final ScoreModel model;
  private final List<CompiledPart> parts;
  private final Finish finish;

  Explainer(ScoreModel model, List<CompiledPart> parts, Finish finish) {
    this.model = model;
    this.parts = parts;
    this.finish = finish;
  }

  Explanation explain(Score score, Facts facts) {
    List<Line> lines = new ArrayList<>();
    List<Adjustment> adjustments = new ArrayList<>();
    double sum = 0;
    for (CompiledPart part : parts) {
      double worth = finish.worth() * part.weight();
      Optional<Assumed> assumed = part.assumed(facts);
      if (assumed.isPresent()) {
        lines.add(assumedLine(part, assumed.get(), worth));
      } else {
        lines.addAll(linesOf(part, worth, score, facts));
        adjustments.addAll(adjustmentsOf(part, worth, facts));
      }
      sum += part.weight() * part.value(facts);
    }
    adjustments.addAll(finish.adjustments(sum));
    return new Explanation(score, lines, adjustments);
  }

  private static Line assumedLine(CompiledPart part, Assumed assumed, double worth) {
    String inputs = assumed.inputs().stream().map(Input::code).collect(Collectors.joining(", "));
    return new Line(
        part.name(),
        "assumed",
        inputs,
        Optional.empty(),
        Optional.of("none of them known: " + part.name() + " is assumed"),
        "fixed",
        worth * assumed.points(),
        Optional.of(worth * assumed.points()),
        Optional.empty());
  }

  private List<Line> linesOf(CompiledPart part, double worth, Score score, Facts facts) {
    List<Line> lines = new ArrayList<>();
    Summand.Visitor visitor =
        (path, weight, leaf) -> lines.add(line(part, path, weight, leaf, score, facts));
    part.summands().forEach(summand -> summand.visit("", worth * part.points(), visitor));
    return lines;
  }

  private Line line(
      CompiledPart part, String path, double weight, Summand.Leaf leaf, Score score, Facts facts) {
    Seen seen = leaf.signal().seen(facts);
    double most = weight * leaf.rule().most();
    return new Line(
        part.name(),
        path,
        seen.input(),
        seen.value(),
        seen.treatment(),
        leaf.rule().inWords(),
        weight * leaf.yieldOf(facts),
        Double.isInfinite(most) ? Optional.empty() : Optional.of(most),
        raise(leaf.signal().changes(facts), score));
  }

  private Optional<Raise> raise(List<Change> changes, Score score) {
    return changes.stream()
        .map(change -> new Raise(change.what(), gain(change, score)))
        .filter(raise -> raise.gain() > 0)
        .max(Comparator.comparingDouble(Raise::gain));
  }

  private double gain(Change change, Score score) {
    return model
        .score(change.changed())
        .map(after -> after.getTotal() - score.getTotal())
        .orElse(0.0);
  }

  private static List<Adjustment> adjustmentsOf(CompiledPart part, double worth, Facts facts) {
    double sum = part.sum(facts);
    double within = Rounding.clamp(sum);
    double rounded = part.rounded(within);
    return Adjustment.thatMatter(
        new Adjustment(part.name(), "kept within 0 to 100", worth * (within - sum)),
        new Adjustment(part.name(), "rounded to one decimal", worth * (rounded - within)));
  }
}
