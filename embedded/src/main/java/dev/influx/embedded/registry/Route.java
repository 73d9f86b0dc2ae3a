package dev.influx.embedded.registry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What answers one method on one pattern of paths; segments in braces match anything. */
record Route(String method, List<String> pattern, Function<Request, Response> handler) {
  static Route of(String method, String pattern, Function<Request, Response> handler) {
    return new Route(
        method,
        Arrays.stream(pattern.split("/")).filter(segment -> !segment.isEmpty()).toList(),
        handler);
  }

  /** The named segments of a path that fits. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != pattern.size()) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String expected = pattern.get(i);
      if (expected.startsWith("{")) {
        names.put(expected.substring(1, expected.length() - 1), path.get(i));
      } else if (!expected.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }
}
