package dev.influx.app;

import dev.influx.lists.models.Model;
import dev.influx.lists.models.Model.Part;
import dev.influx.lists.models.Term;
import dev.influx.lists.policies.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A policy as a person reads it. */
final class PolicyText {
  private final Policy policy;

  PolicyText(Policy policy) {
    this.policy = policy;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("policy " + policy.id() + "  " + policy.sha256().hex());
    lines.add(policy.description());
    lines.add(
        String.format(
            Locale.ROOT,
            "entry: %,d followers, or %,d with a badge",
            policy.entry().minFollowers(),
            policy.entry().verifiedMinFollowers()));
    describe(policy.model(), "model ", lines);
    policy.fallback().ifPresent(model -> describe(model, "fallback ", lines));
    if (!policy.domains().isEmpty()) {
      lines.add("");
      lines.addAll(lexicons().lines());
    }
    return lines;
  }

  private static void describe(Model model, String role, List<String> lines) {
    lines.add("");
    lines.add(role + model.id());
    lines.add(model.description());
    Table terms = new Table("PART", "TERM", "AT MOST", "HOW");
    for (Part part : model.parts()) {
      double points = part.weight() * model.measure().points();
      part.terms().forEach(term -> add(term, part.name(), "", points, terms));
    }
    lines.addAll(terms.lines());
    lines.add("total: " + total(model));
  }

  private static void add(Term term, String part, String group, double points, Table table) {
    double share = points * term.weight();
    String name = group + term.name();
    term.fold(
        leaf -> {
          table.add(part, name, most(share * leaf.rule().most()), leaf.rule().inWords());
          return name;
        },
        inner -> {
          inner.terms().forEach(each -> add(each, part, name + ".", share, table));
          return name;
        });
  }

  private static String most(double points) {
    return Double.isInfinite(points) ? "no end" : String.format(Locale.ROOT, "%.2f", points);
  }

  private static String total(Model model) {
    return model
        .total()
        .fold(
            clamped -> "the sum, kept within 0 to 100",
            line ->
                String.format(
                    Locale.ROOT,
                    "%s * sum %+.4g, below %s bending into %s, at most %s",
                    line.scale(),
                    line.shift(),
                    line.knee(),
                    line.floor(),
                    line.cap()));
  }

  private Table lexicons() {
    Table table = new Table("DOMAIN", "TERMS", "SUCH AS");
    policy
        .domains()
        .forEach(
            lexicon ->
                table.add(
                    lexicon.id(),
                    Integer.toString(lexicon.terms().size()),
                    String.join(", ", lexicon.terms().stream().limit(5).toList())));
    return table;
  }
}
