package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import dev.influx.schemas.xuser.Badge;
import java.util.List;

/** A step for the badge; an author of whom X does not say that he wears one wears none. */
final class BadgeSignal implements Signal {
  private final Rule.Badge rule;

  BadgeSignal(Rule.Badge rule) {
    this.rule = rule;
  }

  @Override
  public double yieldOf(Facts facts) {
    return step(facts.badge()) / rule.outOf();
  }

  private double step(Badge badge) {
    return switch (badge) {
      case BLUE -> rule.blue();
      case ORG -> rule.org();
      case LEGACY -> rule.legacy();
      case NONE -> rule.none();
    };
  }

  @Override
  public Seen seen(Facts facts) {
    boolean said =
        facts.profile().getVerifiedType() != null || facts.profile().getVerified() != null;
    return said
        ? Seen.known("badge", facts.badge().code())
        : Seen.unknown("badge", "not known: counts as none");
  }

  @Override
  public List<Change> changes(Facts facts) {
    return List.of(
        new Change(
            "a blue badge",
            Changes.edit(facts.subject(), profile -> profile.setVerifiedType("blue"))));
  }
}
