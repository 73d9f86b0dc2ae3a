package dev.influx.lists.models;

import dev.influx.lists.canonical.Written;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A weighted summand: a rule, or a group of further terms. */
public sealed interface Term {

  /** One among the terms beside it. */
  String name();

  double weight();

  <R> R fold(Function<Leaf, R> onLeaf, Function<Group, R> onGroup);

  /** The most that the term can yield, its weight not counted. */
  default double most() {
    return fold(
        leaf -> leaf.rule().most(),
        group -> group.terms().stream().mapToDouble(term -> term.weight() * term.most()).sum());
  }

  default Stream<Rule> rules() {
    return fold(
        leaf -> Stream.of(leaf.rule()), group -> group.terms().stream().flatMap(Term::rules));
  }

  /** Computed by a rule. */
  record Leaf(String name, double weight, @Written.Inline Rule rule) implements Term {
    @Override
    public <R> R fold(Function<Leaf, R> onLeaf, Function<Group, R> onGroup) {
      return onLeaf.apply(this);
    }
  }

  /** The sum of further terms. */
  record Group(String name, double weight, List<Term> terms) implements Term {
    public Group {
      terms = List.copyOf(terms);
    }

    @Override
    public <R> R fold(Function<Leaf, R> onLeaf, Function<Group, R> onGroup) {
      return onGroup.apply(this);
    }
  }
}
