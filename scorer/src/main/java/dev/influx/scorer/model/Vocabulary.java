package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import dev.influx.lists.policies.Lexicon;
import dev.influx.lists.terms.TermIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lexicons and role words of a model in one index, domains first. */
final class Vocabulary {
  private final List<String> domains;
  private final List<List<String>> roleWords;
  private final TermIndex index;

  Vocabulary(List<Lexicon> lexicons, List<Rule> rules) {
    this.domains = lexicons.stream().map(lexicon -> lexicon.domain().id()).toList();
    this.roleWords =
        rules.stream()
            .filter(Rule.Description.class::isInstance)
            .map(rule -> ((Rule.Description) rule).roleWords())
            .distinct()
            .toList();
    List<List<String>> lists = new ArrayList<>(lexicons.stream().map(Lexicon::terms).toList());
    lists.addAll(roleWords);
    this.index = TermIndex.of(lists);
  }

  TermIndex.Found find(String folded) {
    return index.find(folded);
  }

  /** The list of a curated domain, if there is one and it has a lexicon here. */
  Optional<Integer> listOf(Optional<String> domain) {
    return domain.map(domains::indexOf).filter(list -> list >= 0);
  }

  int listOf(Rule.Description rule) {
    return domains.size() + roleWords.indexOf(rule.roleWords());
  }

  String domain(int list) {
    return domains.get(list);
  }

  /** The domain of which a text names the most terms; the first of several. */
  int best(TermIndex.Found found) {
    int best = 0;
    for (int list = 1; list < domains.size(); list++) {
      if (found.count(list) > found.count(best)) {
        best = list;
      }
    }
    return best;
  }
}
