package dev.influx.validator;

import dev.influx.schemas.Finding;
import java.util.ArrayList;
import java.util.List;

/** What the gates found of one author, in the order in which they were asked. */
final class Findings {
  private final List<Finding> all = new ArrayList<>(2);
  private boolean refused;

  /** Something for which the author is refused. */
  void refuse(String code, String rule, String evidence) {
    refuse(new Finding(code, rule, evidence));
  }

  void refuse(Finding finding) {
    all.add(finding);
    refused = true;
  }

  /** Something for a person to look at. */
  void flag(Finding finding) {
    all.add(finding);
  }

  Verdict verdict() {
    return refused ? new Verdict.Rejected(all) : new Verdict.Accepted(all);
  }
}
