package dev.influx.app.config;

import dev.influx.app.config.Config.ClientProperties;
import dev.influx.lists.Spelling;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All keys of a tree of records, in its order. */
final class Keys {
  private final Map<String, Key> byPath = new LinkedHashMap<>();
  private final TreeSet<String> sections = new TreeSet<>();

  static Keys of(Class<?> root) {
    Keys keys = new Keys();
    keys.collect(root, "");
    return keys;
  }

  private void collect(Class<?> section, String prefix) {
    for (RecordComponent component : section.getRecordComponents()) {
      String path = prefix + name(component);
      if (isSection(component)) {
        sections.add(path);
        collect(component.getType(), path + ".");
      } else {
        byPath.put(path, Key.of(path, component));
      }
    }
  }

  static boolean isSection(RecordComponent component) {
    return component.getType().isRecord() && component.getType() != ClientProperties.class;
  }

  /** {@code stateDir} is {@code state_dir}. */
  static String name(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  Collection<Key> all() {
    return byPath.values();
  }

  Key get(String path) {
    return byPath.get(path);
  }

  boolean hasSection(String path) {
    return sections.contains(path);
  }

  /** The key of a path; for {@code kafka.properties.x} that is {@code kafka.properties}. */
  Optional<Key> find(String path) {
    return byPath.values().stream().filter(key -> covers(key, path)).findFirst();
  }

  private static boolean covers(Key key, String path) {
    return path.equals(key.path())
        || (key.form() == Key.Form.PROPERTIES && path.startsWith(key.path() + "."));
  }

  /** What to do about a path that is none: the one that was probably meant, or its neighbours. */
  String suggestion(String unknown) {
    return sameName(unknown)
        .or(() -> Spelling.nearest(unknown, paths()))
        .map(path -> "did you mean " + path + "?")
        .orElseGet(() -> "known here are " + String.join(", ", neighbours(unknown)));
  }

  /** What to do about a path that is written as one name. */
  String nesting(String path) {
    return find(path)
        .map(key -> "write it below " + parent(key.path()) + ", indented")
        .orElseGet(() -> suggestion(path));
  }

  /** Right but for its place, or written bootstrapServers or bootstrap-servers. */
  private Optional<String> sameName(String unknown) {
    return paths().stream().filter(path -> folded(path).equals(folded(unknown))).findFirst();
  }

  private static String folded(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>(byPath.keySet());
    paths.addAll(sections);
    return paths;
  }

  private List<String> neighbours(String path) {
    String parent = parent(path);
    List<String> siblings = paths().stream().filter(known -> parent(known).equals(parent)).toList();
    return siblings.isEmpty() ? List.copyOf(sections) : siblings;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }
}
