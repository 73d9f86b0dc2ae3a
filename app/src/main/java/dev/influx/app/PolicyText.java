package dev.influx.app;

import dev.influx.lists.models.Model;
import dev.influx.lists.models.Model.Part;
import dev.influx.lists.models.Term;
import dev.influx.lists.policies.Policy;
import dev.influx.lists.rules.AuthenticityRules;
import dev.influx.lists.rules.RiskRules;
import dev.influx.lists.rules.Rules;
import dev.influx.lists.rules.Signal;
import dev.influx.lists.rules.Weighing;
import java.math.BigDecimal;
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
    lines.add("");
    lines.addAll(gates().lines());
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

  private Table gates() {
    Rules rules = policy.rules();
    Table table = new Table("GATE", "RULES", "HOW");
    table.add("organization", rules.organizations().id(), weighing(rules.organizations()));
    table.add("official_account", rules.official().id(), weighing(rules.official()));
    for (RiskRules.Category category : rules.risk().categories()) {
      String severity = category.severity().scalar();
      String how = severity + ", " + signals(category.signals(), category.threshold());
      table.add("risk_" + category.name(), rules.risk().id(), how);
    }
    AuthenticityRules authenticity = rules.authenticity();
    int points = authenticity.sequentialIds().curve().points().size();
    table.add("inauthentic", authenticity.id(), "ids by " + points + " known dates");
    table.add(
        "not_real",
        rules.identity().id(),
        policy.allowsSimulated() ? "lets invented authors in" : "no invented authors");
    table.add(
        "missing_evidence",
        rules.evidence().id(),
        "an address of " + String.join(", ", rules.evidence().schemes()));
    return table;
  }

  private static String weighing(Weighing rules) {
    String badges = "badges " + String.join(", ", rules.badges());
    String known =
        rules
            .known()
            .map(all -> String.format(Locale.ROOT, ", %,d known handles", all.handles().size()))
            .orElse("");
    return badges + known + ", " + signals(rules.signals(), rules.threshold());
  }

  private static String signals(List<Signal> signals, double threshold) {
    int words = signals.stream().mapToInt(all -> all.terms().size() + all.phrases().size()).sum();
    return String.format(
        Locale.ROOT,
        "%,d terms in %d groups, a weight of %s decides",
        words,
        signals.size(),
        BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString());
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
