package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one answer of {@code /metrics} says, in its text format. */
final class TestingScrape {
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern SAMPLE = Pattern.compile("([a-z_]\\w*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern OF_FAMILY = Pattern.compile("(.*)_(?:bucket|sum|count)");

  private final List<String> declared = new ArrayList<>();
  private final List<String> series = new ArrayList<>();
  private final Map<String, Family> families = new TreeMap<>();

  /** All samples of one name. */
  static final class Family {
    private final String type;
    private final List<Map<String, String>> labels = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private Family(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    List<Map<String, String>> labels() {
      return labels;
    }

    List<Double> values() {
      return values;
    }
  }

  TestingScrape(String text) {
    text.lines().forEach(this::read);
  }

  private void read(String line) {
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (type.matches()) {
      declared.add(type.group(1));
      families.put(type.group(1), new Family(type.group(2)));
    } else if (sample.matches()) {
      add(sample.group(1), sample.group(2) == null ? "" : sample.group(2), sample.group(3));
    } else if (!line.startsWith("# HELP") && !line.isBlank()) {
      throw new IllegalArgumentException("not understood: " + line);
    }
  }

  private void add(String name, String labels, String value) {
    series.add(name + "{" + labels + "}");
    Family family = families.get(familyOf(name));
    if (family == null) {
      throw new IllegalArgumentException("of no declared type: " + name);
    }
    Map<String, String> found = new LinkedHashMap<>();
    LABEL.matcher(labels).results().forEach(it -> found.put(it.group(1), it.group(2)));
    family.labels.add(found);
    family.values.add(value.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(value));
  }

  private String familyOf(String name) {
    Matcher part = OF_FAMILY.matcher(name);
    return !families.containsKey(name) && part.matches() ? part.group(1) : name;
  }

  Map<String, Family> families() {
    return families;
  }

  /** Nothing is said twice, and names, types, labels and their values are those of the list. */
  void assertIsAsAgreed() throws IOException {
    assertThat(declared).doesNotHaveDuplicates();
    assertThat(series).doesNotHaveDuplicates();
    Map<String, TestingMetricNames.Metric> contract = TestingMetricNames.exported().families();
    assertThat(families.keySet()).isSubsetOf(contract.keySet());
    families.forEach((name, family) -> assertIsAsAgreed(name, family, contract.get(name)));
  }

  private static void assertIsAsAgreed(
      String name, Family family, TestingMetricNames.Metric agreed) {
    assertThat(family.type).as(name).isEqualTo(agreed.type());
    assertThat(family.values).as(name).noneMatch(value -> value.isNaN() || value == -1);
    for (Map<String, String> labels : family.labels) {
      Set<String> names = new TreeSet<>(labels.keySet());
      names.remove("le");
      assertThat(names).as(name).isEqualTo(new TreeSet<>(agreed.labels().keySet()));
      agreed
          .labels()
          .forEach(
              (label, values) ->
                  assertThat(values.isEmpty() || values.contains(labels.get(label)))
                      .as("%s %s", name, labels)
                      .isTrue());
    }
  }
}
