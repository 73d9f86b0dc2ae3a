package dev.influx.app.config;

import dev.influx.lists.DataFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the sources said so far, a later one over those before it, and all that was wrong. */
final class Gathered {
  private final Map<String, Given> values = new LinkedHashMap<>();
  private final List<Located> faults = new ArrayList<>();

  private record Located(Origin origin, DataFault fault) {}

  void put(String path, Given given) {
    values.put(path, given);
  }

  void drop(String path) {
    values.remove(path);
  }

  Optional<Given> get(String path) {
    return Optional.ofNullable(values.get(path));
  }

  /** The properties that were given under a path, by their own names, in order. */
  Map<String, Given> under(String path) {
    String prefix = path + ".";
    Map<String, Given> found = new TreeMap<>();
    values.forEach(
        (key, given) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), given);
          }
        });
    return found;
  }

  void fault(Origin origin, String what, String remedy) {
    faults.add(new Located(origin, origin.fault(what, remedy)));
  }

  /** In the order in which a person would go through them. */
  List<DataFault> faults() {
    return faults.stream()
        .sorted(
            Comparator.comparing((Located each) -> each.origin().kind())
                .thenComparing(each -> each.origin().line()))
        .map(Located::fault)
        .toList();
  }
}
