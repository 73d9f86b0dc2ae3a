package dev.influx.simulator.fault;

import dev.influx.simulator.fault.FaultRule.Option;
import dev.influx.simulator.fault.FaultRule.Trigger;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a script and says everything that is wrong with it. */
final class ScriptReader {

  /** Every path that a fault can be tied to. */
  static final List<String> ENDPOINTS =
      List.of(
          "/2/users/by",
          "/2/users",
          "/2/users/by/username/{username}",
          "/2/users/{id}",
          "/2/lists/{id}/members",
          "/2/users/{id}/following",
          "/2/users/{id}/followers",
          "/2/users/{id}/tweets",
          "/2/usage/tweets",
          "/2/compliance/jobs",
          "/2/compliance/jobs/{id}",
          "/oauth2/token");

  private static final List<String> TOP = List.of("seed", "faults");
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of("kind", "endpoint", "handle", "id", "nth", "every", "probability", "times"),
              Stream.of(Option.values()).map(Option::wire))
          .toList();

  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,11}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Pattern SEED = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern BASE = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");
  private static final int MOST_BYTES = 1 << 30;
  private static final double LONGEST_SECONDS = 366 * 86_400.0;

  private final Mistakes mistakes;

  ScriptReader(String origin) {
    this.mistakes = new Mistakes(origin);
  }

  FaultScript read(String yaml) {
    Optional<FaultScript> script = compose(yaml).map(this::script);
    mistakes.throwAny();
    return script.orElse(FaultScript.none());
  }

  private Optional<Node> compose(String yaml) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      if (root == null) {
        mistakes.add(1, "there is nothing in it; write faults: and a list");
      }
      return Optional.ofNullable(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      mistakes.add(line, "it is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      mistakes.add(1, "it is no YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return Optional.empty();
  }

  private FaultScript script(Node root) {
    Section top = new Section(root, "", TOP, mistakes);
    long seed =
        top.value("seed", matching(SEED), "is no whole number").map(Long::valueOf).orElse(0L);
    List<FaultRule> rules = new ArrayList<>();
    Optional<Node> list = top.node("faults");
    if (list.isPresent() && list.get() instanceof SequenceNode faults) {
      for (int i = 0; i < faults.getValue().size(); i++) {
        rule(faults.getValue().get(i), "faults[" + i + "].").ifPresent(rules::add);
      }
    } else {
      top.mistake("faults", "has to be a list of faults, each after a -");
    }
    return new FaultScript(seed, rules);
  }

  private Optional<FaultRule> rule(Node node, String path) {
    Section section = new Section(node, path, KEYS, mistakes);
    Trigger trigger = trigger(section);
    Optional<FaultKind> kind = kind(section);
    return kind.map(known -> new FaultRule(known, trigger, options(section, known)));
  }

  private Optional<FaultKind> kind(Section section) {
    if (!section.has("kind")) {
      section.mistake("kind", "is missing; known are " + String.join(", ", FaultKind.names()));
      return Optional.empty();
    }
    Optional<String> name = section.value("kind", text -> true, "is no name");
    Optional<FaultKind> kind = name.flatMap(FaultKind::of);
    if (name.isPresent() && kind.isEmpty()) {
      section.mistake("kind", "is unknown; " + Spelling.suggest(name.get(), FaultKind.names()));
    }
    return kind;
  }

  private Trigger trigger(Section section) {
    if (section.has("nth") && section.has("every")) {
      section.mistake("every", "cannot be combined with nth");
    }
    Set<Long> nth =
        section.values("nth", matching(COUNT), "is no whole number from 1").stream()
            .map(Long::valueOf)
            .collect(Collectors.toSet());
    return new Trigger(
        endpoint(section),
        keys(section),
        nth,
        count(section, "every").orElse(1L),
        section
            .value("probability", ScriptReader::isProbability, "is no number over 0, up to 1")
            .map(Double::valueOf)
            .orElse(1.0),
        count(section, "times").orElse(Long.MAX_VALUE));
  }

  private static Optional<Long> count(Section section, String key) {
    return section.value(key, matching(COUNT), "is no whole number from 1").map(Long::valueOf);
  }

  private static Optional<String> endpoint(Section section) {
    Optional<String> named = section.value("endpoint", text -> true, "is no path");
    if (named.isPresent() && !ENDPOINTS.contains(named.get())) {
      section.mistake("endpoint", "is unknown; " + Spelling.suggest(named.get(), ENDPOINTS));
    }
    return named;
  }

  private static Set<String> keys(Section section) {
    Set<String> keys = new HashSet<>();
    section.values("handle", matching(HANDLE), "is no handle").stream()
        .map(handle -> handle.toLowerCase(Locale.ROOT))
        .forEach(keys::add);
    keys.addAll(section.values("id", matching(ID), "is no id"));
    return keys;
  }

  private static Map<Option, String> options(Section section, FaultKind kind) {
    Map<Option, String> options = new EnumMap<>(Option.class);
    for (Option option : Option.values()) {
      if (section.has(option.wire()) && !kind.takes(option)) {
        section.mistake(option.wire(), "says nothing to " + kind.wire());
      } else {
        option(section, kind, option).ifPresent(text -> options.put(option, text));
      }
    }
    return options;
  }

  private static Optional<String> option(Section section, FaultKind kind, Option option) {
    return switch (option) {
      case SECONDS ->
          section.value(
              option.wire(),
              text -> isTime(text, kind == FaultKind.CLOCK_SKEW),
              "is no number of seconds that can be");
      case BYTES ->
          section.value(
              option.wire(), ScriptReader::isSize, "is no whole number from 1 to " + MOST_BYTES);
      case TO -> section.value(option.wire(), matching(BASE), "is no address such as http://host");
    };
  }

  private static boolean isTime(String text, boolean mayBeNegative) {
    return NUMBER.matcher(text).matches()
        && Math.abs(Double.parseDouble(text)) <= LONGEST_SECONDS
        && (mayBeNegative || Double.parseDouble(text) >= 0);
  }

  private static boolean isSize(String text) {
    return COUNT.matcher(text).matches() && Long.parseLong(text) <= MOST_BYTES;
  }

  private static boolean isProbability(String text) {
    return NUMBER.matcher(text).matches()
        && Double.parseDouble(text) > 0
        && Double.parseDouble(text) <= 1;
  }

  private static Predicate<String> matching(Pattern pattern) {
    return text -> pattern.matcher(text).matches();
  }
}
