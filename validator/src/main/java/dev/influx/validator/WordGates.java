package dev.influx.validator;

import dev.influx.lists.rules.RiskRules;
import dev.influx.lists.rules.RiskRules.Category;
import dev.influx.lists.rules.RiskRules.Severity;
import dev.influx.lists.rules.Rules;
import dev.influx.lists.rules.Signal;
import dev.influx.lists.rules.Weighing;
import dev.influx.schemas.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gates that go by what an author says: organisations, official voices, risks. */
final class WordGates implements Gate {
  private final SignalIndex index;
  private final Scales organization;
  private final Scales official;
  private final List<Risk> risks = new ArrayList<>();
  private final long excludingFlags;

  WordGates(Rules rules) {
    List<Signal> signals = new ArrayList<>();
    this.organization = claim(rules.organizations(), signals);
    this.official = claim(rules.official(), signals);
    for (Category category : rules.risk().categories()) {
      Scales claim = claim(weighing(rules.risk(), category), signals);
      risks.add(new Risk("risk_" + category.name(), claim, category.severity()));
    }
    this.excludingFlags = rules.risk().excludingFlags();
    this.index = SignalIndex.of(signals);
  }

  private record Risk(String code, Scales claim, Severity severity) {}

  private static Scales claim(Weighing rules, List<Signal> signals) {
    Scales claim = new Scales(rules, signals.size());
    signals.addAll(rules.signals());
    return claim;
  }

  private static Weighing weighing(RiskRules risk, Category category) {
    return new Weighing(
        risk.id() + "." + category.name(),
        risk.description(),
        category.threshold(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        category.signals(),
        category.exceptions());
  }

  @Override
  public void examine(Examined author, Findings findings) {
    Heard heard = index.listen(author);
    organization
        .weigh(author, heard)
        .ifPresent(found -> findings.refuse(finding("organization", found)));
    official
        .weigh(author, heard)
        .ifPresent(found -> findings.refuse(finding("official_account", found)));
    examineRisks(author, heard, findings);
  }

  private void examineRisks(Examined author, Heard heard, Findings findings) {
    List<Finding> found = new ArrayList<>(0);
    List<Severity> severities = new ArrayList<>(0);
    for (Risk risk : risks) {
      risk.claim()
          .weigh(author, heard)
          .ifPresent(
              weighed -> {
                found.add(finding(risk.code(), weighed));
                severities.add(risk.severity());
              });
    }
    boolean many = found.size() >= excludingFlags;
    for (int i = 0; i < found.size(); i++) {
      if (many || severities.get(i) == Severity.EXCLUDE) {
        findings.refuse(found.get(i));
      } else {
        findings.flag(found.get(i));
      }
    }
  }

  private static Finding finding(String code, Weighed weighed) {
    return new Finding(code, weighed.rule(), weighed.evidence());
  }
}
