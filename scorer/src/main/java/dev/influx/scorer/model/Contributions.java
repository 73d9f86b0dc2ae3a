package dev.influx.scorer.model;

import dev.influx.lists.models.Model.Assumed;
import dev.influx.schemas.Contribution;
import dev.influx.scorer.model.Explanation.Adjustment;
import java.util.ArrayList;
import java.util.List;

/** The pieces of a total as every score carries them. */
final class Contributions implements Pieces {
  private final List<Contribution> all;

  Contributions(int expected) {
    this.all = new ArrayList<>(expected);
  }

  List<Contribution> all() {
    return all;
  }

  @Override
  public void term(CompiledPart.Share share, double points) {
    all.add(new Contribution(share.id(), points));
  }

  @Override
  public void assumed(String part, Assumed assumed, double points) {
    all.add(new Contribution(part + "." + Explanation.ASSUMED, points));
  }

  @Override
  public void adjustment(String part, Adjustment.Kind kind, double points) {
    all.add(new Contribution(part + "." + kind.code(), points));
  }
}
