package dev.influx.scorer.model;

import dev.influx.lists.models.Model.Assumed;
import dev.influx.scorer.model.Explanation.Adjustment;

/** Is told, piece by piece, what a total is the sum of. */
interface Pieces {

  void term(CompiledPart.Share share, double points);

  /** A part that was not computed, because too little is known. */
  void assumed(String part, Assumed assumed, double points);

  void adjustment(String part, Adjustment.Kind kind, double points);

  default void adjustIfAny(String part, Adjustment.Kind kind, double points) {
    if (points != 0) {
      adjustment(part, kind, points);
    }
  }
}
