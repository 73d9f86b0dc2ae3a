package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import dev.influx.lists.terms.TermIndex;
import dev.influx.schemas.Profile;
import dev.influx.schemas.xuser.Badge;
import java.util.List;
import java.util.Locale;

/** Words found anywhere in handle, name or bio, inside other words too. */
final class KeywordSignal implements Signal {
  private static final String INPUT = "handle, name and bio";

  private final Rule.Keywords rule;
  private final TermIndex words;

  KeywordSignal(Rule.Keywords rule) {
    this.rule = rule;
    this.words = TermIndex.ofSubstrings(rule.words());
  }

  @Override
  public double yieldOf(Facts facts) {
    int count = find(facts.profile()).count(0);
    double bonus = count > 0 && facts.badge() != Badge.NONE ? rule.withBadge() : 0;
    return Math.min(rule.mostForWords(), rule.each() * count) + bonus;
  }

  /** Lower-cased only: this rule is older than the folding of texts. */
  private TermIndex.Found find(Profile profile) {
    return words.find(
        lower(profile.getHandle()), lower(profile.getName()), lower(profile.getDescription()));
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  @Override
  public Seen seen(Facts facts) {
    List<String> found = find(facts.profile()).terms(0, true);
    String value = found.isEmpty() ? "no keyword" : String.join(", ", found);
    return facts.profile().getDescription() == null && found.isEmpty()
        ? Seen.unknown(INPUT, "bio not known: no keyword in handle and name")
        : Seen.known(INPUT, value);
  }

  @Override
  public List<Change> changes(Facts facts) {
    return find(facts.profile()).terms(0, false).stream()
        .limit(1)
        .map(word -> Changes.bioWith("the word " + word + " in the bio", word, facts.subject()))
        .toList();
  }
}
