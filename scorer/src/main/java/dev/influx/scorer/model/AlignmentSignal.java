package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import dev.influx.lists.models.Rule.Standing;
import dev.influx.lists.terms.TermIndex;
import java.util.List;
import java.util.Locale;

/** How much the bio speaks of the author's domain, or of any. */
final class AlignmentSignal implements Signal {
  private final Rule.Alignment rule;

  AlignmentSignal(Rule.Alignment rule) {
    this.rule = rule;
  }

  @Override
  public double yieldOf(Facts facts) {
    Wording wording = facts.wording();
    Standing standing = standing(wording);
    return wording.hasBio()
        ? standing.base() + (1 - standing.base()) * spoken(wording)
        : standing.noBio();
  }

  private Standing standing(Wording wording) {
    return wording.isCurated() ? rule.curated() : rule.open();
  }

  private double spoken(Wording wording) {
    TermIndex.Found found = wording.inBio();
    double own = Alignments.of(found.count(wording.listFor(found)), rule.saturation());
    double best = Alignments.of(found.count(wording.best(found)), rule.saturation());
    return Math.max(own, rule.otherDomains() * best);
  }

  @Override
  public Seen seen(Facts facts) {
    Wording wording = facts.wording();
    if (wording.hasBio()) {
      return Seen.known("bio", Alignments.inWords(wording.inBio(), wording));
    }
    String yields = String.format(Locale.ROOT, "yields %.2f", standing(wording).noBio());
    return wording.knowsBio()
        ? Seen.known("bio", "empty: " + yields)
        : Seen.unknown("bio", "not known: " + yields);
  }

  @Override
  public List<Change> changes(Facts facts) {
    Wording wording = facts.wording();
    TermIndex.Found found = wording.hasBio() ? wording.inBio() : wording.inName();
    int list = wording.listFor(found);
    return found.terms(list, false).stream()
        .filter(term -> !term.endsWith("*"))
        .limit(1)
        .map(term -> naming(term, wording.domain(list), facts.subject()))
        .toList();
  }

  private static Change naming(String term, String domain, Subject subject) {
    return Changes.bioWith("a term of " + domain + " in the bio, such as " + term, term, subject);
  }
}
