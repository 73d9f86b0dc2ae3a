package dev.influx.lists.rules;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.influx.lists.rules.RiskRules.Category;
import dev.influx.lists.rules.RiskRules.Severity;
import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the categories of risk. */
final class RiskReader {

  /** What may follow {@code risk_} in the code of a finding. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{1,30}");

  private static final long MOST_FLAGS = 100;
  private static final Map<String, Severity> SEVERITIES =
      Stream.of(Severity.values())
          .collect(toUnmodifiableMap(Severity::scalar, Function.identity()));

  private RiskReader() {}

  static Optional<RiskRules> read(StrictMapping root) {
    String id = RulesReader.id(root, "risk");
    String description = root.text("description");
    long excludingFlags = root.value("excluding_flags").wholeNumber(1, MOST_FLAGS);
    List<Category> categories = categories(root.value("categories"));
    return root.complete(() -> new RiskRules(id, description, excludingFlags, categories));
  }

  private static List<Category> categories(StrictValue list) {
    List<Category> categories = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (StrictValue item : list.items()) {
      item.mapping()
          .flatMap(category -> category(item, category, names))
          .ifPresent(categories::add);
    }
    return categories;
  }

  private static Optional<Category> category(
      StrictValue item, StrictMapping category, Set<String> names) {
    String name = category.value("name").text(NAME, "nsfw");
    if (!name.isEmpty() && !names.add(name)) {
      item.refuse("is there twice", "give it another name");
    }
    Optional<Severity> severity = category.value("severity").choice(SEVERITIES);
    double threshold = category.number("threshold", Range.POSITIVE);
    List<Signal> signals = SignalReader.signals(category.value("signals"));
    List<String> exceptions = HandleReader.exceptions(category);
    return category.complete(
        () -> new Category(name, severity.orElseThrow(), threshold, signals, exceptions));
  }
}
