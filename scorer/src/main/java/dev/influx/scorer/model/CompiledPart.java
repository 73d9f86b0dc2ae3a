package dev.influx.scorer.model;

import dev.influx.lists.models.Model.Assumed;
import dev.influx.lists.models.Model.Part;
import dev.influx.scorer.model.Explanation.Adjustment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** A part of a model made ready to compute. */
final class CompiledPart {
  private final String name;
  private final double weight;
  private final int place;
  private final double points;
  private final double worth;
  private final Assumed assumed;
  private final boolean rounded;
  private final List<Summand> summands;
  private final List<Share> shares = new ArrayList<>();

  /**
   * @param place its number among the parts of the model
   * @param points what a yield of 1 is worth in points of a part
   * @param worth what a point of the weighted sum of the parts is worth in points of the total
   */
  CompiledPart(Part part, int place, double points, double worth, Terms terms) {
    this.name = part.name();
    this.weight = part.weight();
    this.place = place;
    this.points = points;
    this.worth = worth * part.weight();
    this.assumed = part.assumed().orElse(null);
    this.rounded = part.rounding().isPresent();
    this.summands =
        part.terms().stream()
            .map(term -> Summand.of(term, terms.signals(), terms.places()))
            .toList();
    summands.forEach(summand -> summand.visit("", this.worth * points, this::share));
  }

  private void share(String path, double weight, Summand.Leaf leaf) {
    shares.add(new Share(name, path, name + "." + path, weight, leaf));
  }

  String name() {
    return name;
  }

  double weight() {
    return weight;
  }

  /** From 0 to 100; NaN when there can be no score. */
  double value(Facts facts, Yields yields) {
    if (isAssumed(facts)) {
      return yields.note(place, assumed.points(), assumed.points());
    }
    double sum = points * Summand.sum(summands, facts, yields);
    return yields.note(place, sum, rounded(Rounding.clamp(sum)));
  }

  private boolean isAssumed(Facts facts) {
    return assumed != null && facts.knowsNoneOf(assumed);
  }

  private double rounded(double value) {
    return rounded && !Double.isNaN(value) ? Rounding.oneDecimal(value) : value;
  }

  /** What it brought to the total, where the same facts gave the yields. */
  void takeApart(Facts facts, Yields yields, Pieces pieces) {
    if (isAssumed(facts)) {
      pieces.assumed(name, assumed, worth * assumed.points());
      return;
    }
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      pieces.term(share, share.weight() * yields.of(share.leaf().place()));
    }
    double sum = yields.sumOf(place);
    double within = Rounding.clamp(sum);
    pieces.adjustIfAny(name, Kind.BOUNDS, worth * (within - sum));
    pieces.adjustIfAny(name, Kind.ROUNDING, worth * (yields.valueOf(place) - within));
  }

  /** What its terms need of their model. */
  record Terms(Signals signals, IntSupplier places) {}

  /**
   * A leaf in its place.
   *
   * @param term its name, with those of the groups it is in
   * @param id the same, with that of the part
   * @param weight everything its yield is multiplied with on the way to the total
   */
  record Share(String part, String term, String id, double weight, Summand.Leaf leaf) {}
}
