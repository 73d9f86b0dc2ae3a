package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import dev.influx.lists.terms.TermIndex;
import java.util.List;
import java.util.Locale;

/** How much handle and name say who this is; an author without a name is known by the handle. */
final class IdentitySignal implements Signal {
  private final Rule.Identity rule;

  IdentitySignal(Rule.Identity rule) {
    this.rule = rule;
  }

  @Override
  public double yieldOf(Facts facts) {
    Wording wording = facts.wording();
    double named = StrictMath.pow(wording.handleInName(), rule.power());
    return rule.base() + (1 - rule.base()) * Math.max(named, aligned(named, wording));
  }

  /** Beside a handle that is all in the name it could bring nothing, so nothing is searched. */
  private double aligned(double named, Wording wording) {
    return named >= 1 ? 0 : Math.min(1, rule.alignmentGain() * alignment(wording));
  }

  private double alignment(Wording wording) {
    TermIndex.Found found = wording.inName();
    return Alignments.of(found.count(wording.listFor(found)), rule.saturation());
  }

  @Override
  public Seen seen(Facts facts) {
    Wording wording = facts.wording();
    if (facts.profile().getName() == null) {
      return Seen.unknown("handle and name", "no name: only the handle counts");
    }
    String share = String.format(Locale.ROOT, "%.0f %%", 100 * wording.handleInName());
    String terms = Alignments.inWords(wording.inName(), wording);
    return Seen.known("handle and name", share + " of the handle in the name; " + terms);
  }

  @Override
  public List<Change> changes(Facts facts) {
    String handle = facts.profile().getHandle();
    return List.of(
        new Change(
            "the handle as the name",
            Changes.edit(facts.subject(), profile -> profile.setName(handle))));
  }
}
