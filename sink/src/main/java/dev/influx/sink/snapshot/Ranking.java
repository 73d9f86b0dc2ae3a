package dev.influx.sink.snapshot;

import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.record.RankedAuthor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The order of the list. Ids differ, so that no two authors are equal and the order is the same on
 * every machine.
 */
final class Ranking {
  static final List<String> DESCRIPTION =
      List.of(
          "score descending, unrounded",
          "followers_count descending, unknown last",
          "handle ascending, case-folded",
          "id ascending");

  private static final Comparator<ScoredProfile> BEST_FIRST =
      Comparator.<ScoredProfile>comparingDouble(author -> author.getScore().getTotal())
          .reversed()
          .thenComparing(
              author -> author.getProfile().getFollowersCount(),
              Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(author -> author.getProfile().getHandle().toLowerCase(Locale.ROOT))
          .thenComparing(ScoredProfile::getId);

  private Ranking() {}

  static List<RankedAuthor> rank(Collection<ScoredProfile> authors) {
    Map<String, Integer> lastInDomain = new HashMap<>();
    List<RankedAuthor> ranked = new ArrayList<>(authors.size());
    for (ScoredProfile author : authors.stream().sorted(BEST_FIRST).toList()) {
      int inDomain = lastInDomain.merge(author.getDomain(), 1, Integer::sum);
      ranked.add(new RankedAuthor(author, ranked.size() + 1, inDomain));
    }
    return ranked;
  }
}
