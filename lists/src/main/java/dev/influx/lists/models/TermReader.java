package dev.influx.lists.models;

import dev.influx.lists.models.Model.Measure;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.List;
import java.util.Optional;

/** Reads terms and groups of terms in the measure of their model. */
final class TermReader {

  private final Measure measure;

  TermReader(Measure measure) {
    this.measure = measure;
  }

  List<Term> of(StrictMapping holder) {
    StrictValue list = holder.value("terms");
    return measure == Measure.SHARES
        ? Level.summingToOne(list, this::term)
        : Level.withAnyWeights(list, this::term);
  }

  private Optional<Term> term(String name, double weight, StrictMapping term) {
    return term.optional("terms").isPresent()
        ? group(name, weight, term)
        : leaf(name, weight, term);
  }

  private Optional<Term> group(String name, double weight, StrictMapping group) {
    List<Term> terms = of(group);
    return group.complete(() -> new Term.Group(name, weight, terms));
  }

  /** The keys of a rule stand beside those of its term. */
  private Optional<Term> leaf(String name, double weight, StrictMapping leaf) {
    return leaf.value("kind")
        .choice(RuleReader.KINDS)
        .flatMap(
            kind -> {
              Optional<Rule> rule = kind.read(leaf);
              rule.ifPresent(known -> requireFit(leaf, known));
              return leaf.complete(() -> new Term.Leaf(name, weight, rule.orElseThrow()));
            });
  }

  private void requireFit(StrictMapping leaf, Rule rule) {
    if (measure == Measure.SHARES) {
      requireShare(leaf, rule);
    }
  }

  /** A share that could not reach 1 would make the weights say more than is true. */
  private static void requireShare(StrictMapping leaf, Rule rule) {
    if (!Level.isOne(rule.most())) {
      String most = Double.isInfinite(rule.most()) ? "ever more" : "up to " + Words.of(rule.most());
      leaf.refuse("yields " + most + " where shares are measured", "let it yield up to 1");
    }
    if (rule instanceof Rule.OfNumber ofNumber && ofNumber.unknown().result() > 1) {
      leaf.refuse("yields more than 1 for what is unknown", "let it yield a share, up to 1");
    }
  }
}
