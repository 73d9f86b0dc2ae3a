package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import dev.influx.lists.models.Term;
import java.util.List;

/** A term of a model made ready to compute. */
sealed interface Summand {

  double weight();

  /** Its weight not counted; NaN when there can be no score. */
  double yieldOf(Facts facts);

  /** Goes over the leaves, in order. */
  void visit(String path, double weightAbove, Visitor visitor);

  static Summand of(Term term, Signals signals) {
    return term.fold(
        leaf -> new Leaf(leaf.name(), leaf.weight(), leaf.rule(), leaf.rule().fold(signals)),
        group ->
            new Group(
                group.name(),
                group.weight(),
                group.terms().stream().map(inner -> of(inner, signals)).toList()));
  }

  static double sum(List<Summand> summands, Facts facts) {
    double sum = 0;
    for (int i = 0; i < summands.size(); i++) {
      Summand summand = summands.get(i);
      sum += summand.weight() * summand.yieldOf(facts);
    }
    return sum;
  }

  /** Told of each leaf, with the product of the weights down to it. */
  interface Visitor {
    void leaf(String path, double weight, Leaf leaf);
  }

  /** One rule. */
  record Leaf(String name, double weight, Rule rule, Signal signal) implements Summand {
    @Override
    public double yieldOf(Facts facts) {
      return signal.yieldOf(facts);
    }

    @Override
    public void visit(String path, double weightAbove, Visitor visitor) {
      visitor.leaf(path + name, weightAbove * weight, this);
    }
  }

  /** The sum of further terms. */
  record Group(String name, double weight, List<Summand> summands) implements Summand {
    @Override
    public double yieldOf(Facts facts) {
      return sum(summands, facts);
    }

    @Override
    public void visit(String path, double weightAbove, Visitor visitor) {
      summands.forEach(summand -> summand.visit(path + name + ".", weightAbove * weight, visitor));
    }
  }
}
