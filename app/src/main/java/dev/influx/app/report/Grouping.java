package dev.influx.app.report;

import dev.influx.app.report.Appraised.Author;
import dev.influx.app.report.Report.Group;
import dev.influx.app.report.Report.Groups;
import dev.influx.schemas.xuser.Badge;
import dev.influx.scorer.statistics.Scores;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Numbers about authors, apart for each domain and for each badge. */
final class Grouping {
  /** Those who have none come last. */
  private static final Comparator<Optional<String>> BY_NAME =
      Comparator.comparing(
          name -> name.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));

  private final Map<Optional<String>, Scores> byDomain = new HashMap<>();
  private final Map<Optional<String>, Scores> byBadge = new HashMap<>();

  void add(Author author, double number) {
    byDomain.computeIfAbsent(author.domain(), name -> new Scores()).add(number);
    byBadge.computeIfAbsent(author.badge().map(Badge::code), name -> new Scores()).add(number);
  }

  <T> Groups<T> figures(Function<Scores, Optional<T>> figures) {
    return new Groups<>(groups(byDomain, figures), groups(byBadge, figures));
  }

  private static <T> List<Group<T>> groups(
      Map<Optional<String>, Scores> groups, Function<Scores, Optional<T>> figures) {
    return groups.keySet().stream()
        .sorted(BY_NAME)
        .map(name -> new Group<>(name, figures.apply(groups.get(name)).orElseThrow()))
        .toList();
  }
}
