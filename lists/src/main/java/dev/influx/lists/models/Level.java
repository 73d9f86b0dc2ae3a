package dev.influx.lists.models;

import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The named and weighted items of one level of a model's tree. */
final class Level {

  /** What a name may become: a column, a key, a word in an explanation. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /** The slack of sums of decimals in binary numbers. */
  private static final double SLACK = 1e-9;

  private Level() {}

  /** Reads one item, of which name and weight are read already. */
  interface Item<T> {
    Optional<T> read(String name, double weight, StrictMapping item);
  }

  static <T> List<T> summingToOne(StrictValue list, Item<T> item) {
    return read(list, item, true);
  }

  static <T> List<T> withAnyWeights(StrictValue list, Item<T> item) {
    return read(list, item, false);
  }

  private static <T> List<T> read(StrictValue list, Item<T> item, boolean toOne) {
    List<T> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    double sum = 0;
    for (StrictValue value : list.items()) {
      StrictMapping mapping = value.mapping().orElse(null);
      if (mapping != null) {
        String name = mapping.value("name").text(NAME, "listed");
        double weight = mapping.number("weight", Range.POSITIVE);
        if (!names.add(name)) {
          value.refuse("is there twice", "give it another name");
        }
        sum += weight;
        item.read(name, weight, mapping).ifPresent(read::add);
      }
    }
    if (toOne && !names.isEmpty() && Math.abs(sum - 1) > SLACK) {
      list.refuse("have weights that sum to " + Words.of(sum), "let them sum to 1");
    }
    return read;
  }

  static boolean isOne(double sum) {
    return Math.abs(sum - 1) <= SLACK;
  }
}
