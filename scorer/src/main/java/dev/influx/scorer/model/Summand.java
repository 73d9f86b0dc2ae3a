package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import dev.influx.lists.models.Term;
import java.util.List;
import java.util.function.IntSupplier;

/** A term of a model made ready to compute. */
sealed interface Summand {

  double weight();

  /** Its weight not counted; NaN when there can be no score. */
  double yieldOf(Facts facts, Yields yields);

  /** Goes over the leaves, in order. */
  void visit(String path, double weightAbove, Visitor visitor);

  /**
   * The function of a declared term.
   *
   * @param places numbers the leaves
   */
  static Summand of(Term term, Signals signals, IntSupplier places) {
    return term.fold(
        leaf ->
            new Leaf(
                leaf.name(),
                leaf.weight(),
                leaf.rule(),
                leaf.rule().fold(signals),
                places.getAsInt()),
        group ->
            new Group(
                group.name(),
                group.weight(),
                group.terms().stream().map(inner -> of(inner, signals, places)).toList()));
  }

  static double sum(List<Summand> summands, Facts facts, Yields yields) {
    double sum = 0;
    for (int i = 0; i < summands.size(); i++) {
      Summand summand = summands.get(i);
      sum += summand.weight() * summand.yieldOf(facts, yields);
    }
    return sum;
  }

  /** Told of each leaf, with the product of the weights down to it. */
  interface Visitor {
    void leaf(String path, double weight, Leaf leaf);
  }

  /**
   * One rule.
   *
   * @param place its number among the leaves of the model
   */
  record Leaf(String name, double weight, Rule rule, Signal signal, int place) implements Summand {
    @Override
    public double yieldOf(Facts facts, Yields yields) {
      return yields.note(place, signal.yieldOf(facts));
    }

    @Override
    public void visit(String path, double weightAbove, Visitor visitor) {
      visitor.leaf(path + name, weightAbove * weight, this);
    }
  }

  /** The sum of further terms. */
  record Group(String name, double weight, List<Summand> summands) implements Summand {
    @Override
    public double yieldOf(Facts facts, Yields yields) {
      return sum(summands, facts, yields);
    }

    @Override
    public void visit(String path, double weightAbove, Visitor visitor) {
      summands.forEach(summand -> summand.visit(path + name + ".", weightAbove * weight, visitor));
    }
  }
}
