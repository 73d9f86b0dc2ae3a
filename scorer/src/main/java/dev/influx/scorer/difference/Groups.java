package dev.influx.scorer.difference;

import dev.influx.scorer.statistics.Scores;
import dev.influx.scorer.statistics.Shift;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Differences apart for authors with something in common. */
final class Groups {
  private static final Comparator<Optional<String>> BY_NAME =
      Comparator.comparing(
          name -> name.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));

  private final Map<Optional<String>, Sums> sums = new HashMap<>();

  private static final class Sums {
    private final Scores differences = new Scores();
    private long authors;
    private long flips;
  }

  void add(Optional<String> name, boolean flips, Optional<Double> difference) {
    Sums group = sums.computeIfAbsent(name, key -> new Sums());
    group.authors++;
    group.flips += flips ? 1 : 0;
    difference.ifPresent(group.differences::add);
  }

  List<Difference.Group> all() {
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(BY_NAME))
        .map(
            each ->
                new Difference.Group(
                    each.getKey(),
                    each.getValue().authors,
                    each.getValue().flips,
                    Shift.of(each.getValue().differences)))
        .toList();
  }
}
