package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import java.util.List;
import java.util.Set;

/** Topic tags, which files of the earlier system carry and X does not give. */
final class TagSignal implements Signal {
  private static final String INPUT = "topic tags";

  private final double each;
  private final Set<String> tags;

  TagSignal(Rule.Tags rule) {
    this.each = rule.each();
    this.tags = Set.copyOf(rule.tags());
  }

  @Override
  public double yieldOf(Facts facts) {
    List<String> topics = facts.subject().topics();
    return topics.isEmpty() ? 0 : each * counted(topics).size();
  }

  private List<String> counted(List<String> topics) {
    return topics.stream().filter(tags::contains).distinct().toList();
  }

  @Override
  public Seen seen(Facts facts) {
    List<String> topics = facts.subject().topics();
    return topics.isEmpty()
        ? Seen.unknown(INPUT, "none given: earns nothing")
        : Seen.known(INPUT, String.join(", ", counted(topics)));
  }

  /** Tags are given by others. */
  @Override
  public List<Change> changes(Facts facts) {
    return List.of();
  }
}
