package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import java.util.List;

/** Something for a pinned post; X leaves it out where there is none. */
final class PinnedSignal implements Signal {
  private final double points;

  PinnedSignal(Rule.Pinned rule) {
    this.points = rule.points();
  }

  @Override
  public double yieldOf(Facts facts) {
    return hasOne(facts) ? points : 0;
  }

  private static boolean hasOne(Facts facts) {
    String id = facts.profile().getPinnedPostId();
    return id != null && !id.isEmpty();
  }

  @Override
  public Seen seen(Facts facts) {
    return Seen.known("pinned post", hasOne(facts) ? "one" : "none");
  }

  @Override
  public List<Change> changes(Facts facts) {
    return List.of(
        new Change(
            "a pinned post",
            Changes.edit(facts.subject(), profile -> profile.setPinnedPostId("1"))));
  }
}
