package dev.influx.simulator.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys of one mapping of a script, each known and there once. */
final class Section {

  private final Node node;
  private final String path;
  private final Mistakes mistakes;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * Reads a mapping.
   *
   * @param path of the mapping with a dot at its end, or empty
   */
  Section(Node node, String path, List<String> known, Mistakes mistakes) {
    this.node = node;
    this.path = path;
    this.mistakes = mistakes;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(entry -> take(entry, known));
    } else {
      mistakes.add(node, name(), "has to be keys with values: " + String.join(", ", known));
    }
  }

  private String name() {
    return path.isEmpty() ? "the script" : path.substring(0, path.length() - 1);
  }

  private void take(NodeTuple entry, List<String> known) {
    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    if (!known.contains(key)) {
      mistakes.add(
          entry.getKeyNode(), path + key, "is an unknown key; " + Spelling.suggest(key, known));
    } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
      mistakes.add(entry.getKeyNode(), path + key, "is there twice");
    }
  }

  Node node() {
    return node;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The one value of a key, if it is there and as it has to be. */
  Optional<String> value(String key, Predicate<String> valid, String otherwise) {
    return node(key).flatMap(value -> scalar(value, key, valid, otherwise));
  }

  /** The one value of a key or the several. */
  List<String> values(String key, Predicate<String> valid, String otherwise) {
    Stream<Node> nodes =
        node(key).stream()
            .flatMap(
                value ->
                    value instanceof SequenceNode several
                        ? several.getValue().stream()
                        : Stream.of(value));
    return nodes.flatMap(one -> scalar(one, key, valid, otherwise).stream()).toList();
  }

  void mistake(String key, String what) {
    mistakes.add(values.getOrDefault(key, node), path + key, what);
  }

  private Optional<String> scalar(
      Node value, String key, Predicate<String> valid, String otherwise) {
    boolean fits =
        value instanceof ScalarNode scalar
            && !scalar.getTag().equals(Tag.NULL)
            && valid.test(scalar.getValue());
    if (!fits) {
      mistakes.add(value, path + key, otherwise);
      return Optional.empty();
    }
    return Optional.of(((ScalarNode) value).getValue());
  }
}
