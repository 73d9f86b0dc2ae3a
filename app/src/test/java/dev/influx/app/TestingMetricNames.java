package dev.influx.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The metrics that are exported, as the golden list has them. */
final class TestingMetricNames {
  /** Every line is: name, type, labels. */
  static final Path LIST =
      Path.of(
          System.getProperty("influx.root"),
          "app/src/test/resources/golden/metrics/metric-names.txt");

  private static final Map<String, List<String>> SUFFIXES =
      Map.of(
          "histogram", List.of("_bucket", "_sum", "_count"), "summary", List.of("_sum", "_count"));

  private final Map<String, Metric> byName = new LinkedHashMap<>();
  private final Map<String, Metric> families = new LinkedHashMap<>();

  /**
   * A metric, or one of the series that make up a histogram.
   *
   * @param labels with all values that they can have, or none where nobody knows them before
   */
  record Metric(String name, String type, Map<String, Set<String>> labels) {
    boolean isCounter() {
      return type.equals("counter");
    }
  }

  static TestingMetricNames exported() throws IOException {
    TestingMetricNames names = new TestingMetricNames();
    try (var lines = Files.lines(LIST)) {
      lines.filter(line -> !line.startsWith("#")).forEach(names::add);
    }
    return names;
  }

  private void add(String line) {
    List<String> words = List.of(line.trim().split(" +", -1));
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    for (String label : words.subList(2, words.size())) {
      String[] parts = label.split("=", 2);
      labels.put(
          parts[0],
          parts.length == 1 ? Set.of() : Set.copyOf(Arrays.asList(parts[1].split("\\|", -1))));
    }
    add(new Metric(words.get(0), words.get(1), labels));
  }

  private void add(Metric metric) {
    families.put(metric.name(), metric);
    List<String> suffixes = SUFFIXES.getOrDefault(metric.type(), List.of());
    if (suffixes.isEmpty()) {
      put(metric.name(), metric.type(), metric.labels());
    }
    for (String suffix : suffixes) {
      Map<String, Set<String>> labels = new LinkedHashMap<>(metric.labels());
      if (suffix.equals("_bucket")) {
        labels.put("le", Set.of());
      }
      put(metric.name() + suffix, "counter", labels);
    }
  }

  /** Adds what Prometheus makes itself. */
  TestingMetricNames put(String name, String type, Map<String, Set<String>> labels) {
    byName.put(name, new Metric(name, type, labels));
    return this;
  }

  Optional<Metric> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** As they stand in the list: a histogram is one. */
  Map<String, Metric> families() {
    return families;
  }

  Set<String> names() {
    return byName.keySet();
  }
}
