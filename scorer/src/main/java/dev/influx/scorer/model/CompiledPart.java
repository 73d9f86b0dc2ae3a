package dev.influx.scorer.model;

import dev.influx.lists.models.Model.Assumed;
import dev.influx.lists.models.Model.Measure;
import dev.influx.lists.models.Model.Part;
import java.util.List;
import java.util.Optional;

/** A part of a model made ready to compute. */
final class CompiledPart {
  private final Part part;
  private final double points;
  private final Assumed assumed;
  private final boolean rounded;
  private final List<Summand> summands;

  CompiledPart(Part part, Measure measure, Signals signals) {
    this.part = part;
    this.points = measure.points();
    this.assumed = part.assumed().orElse(null);
    this.rounded = part.rounding().isPresent();
    this.summands = part.terms().stream().map(term -> Summand.of(term, signals)).toList();
  }

  String name() {
    return part.name();
  }

  double weight() {
    return part.weight();
  }

  /** What a yield of 1 is worth in points of this part. */
  double points() {
    return points;
  }

  List<Summand> summands() {
    return summands;
  }

  /** From 0 to 100; NaN when there can be no score. */
  double value(Facts facts) {
    if (assumed(facts).isPresent()) {
      return assumed.points();
    }
    return rounded(Rounding.clamp(sum(facts)));
  }

  /** What is assumed instead of computed, of an author of whom too little is known. */
  Optional<Assumed> assumed(Facts facts) {
    return Optional.ofNullable(assumed).filter(facts::knowsNoneOf);
  }

  /** What the terms sum up to, before it is kept within bounds and rounded. */
  double sum(Facts facts) {
    return points * Summand.sum(summands, facts);
  }

  double rounded(double value) {
    return rounded && !Double.isNaN(value) ? Rounding.oneDecimal(value) : value;
  }
}
