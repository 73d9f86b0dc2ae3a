package dev.influx.app.config;

import static dev.influx.lists.DataFault.quote;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys of one YAML file. */
final class YamlSource {
  private final Path file;
  private final Keys keys;
  private final Gathered gathered;

  YamlSource(Path file, Keys keys, Gathered gathered) {
    this.file = file;
    this.keys = keys;
    this.gathered = gathered;
  }

  void read() {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
      if (!isNothing(root)) {
        section(root, "");
      }
    } catch (IOException e) {
      gathered.fault(
          at(0), "cannot be read: " + Reasons.of(e), "correct the file, or name another");
    } catch (MarkedYAMLException e) {
      // Its own message quotes the file, which may hold passwords.
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      gathered.fault(at(line), "is no YAML: " + e.getProblem(), "correct the syntax");
    } catch (YAMLException e) {
      gathered.fault(at(0), "is no YAML", "remove what is not printable text");
    }
  }

  private void section(Node node, String prefix) {
    String what = prefix.isEmpty() ? "the file" : prefix.substring(0, prefix.length() - 1);
    entries(node, prefix, what + " is no section", this::entry);
  }

  private void entry(String path, NodeTuple entry) {
    Node value = entry.getValueNode();
    if (((ScalarNode) entry.getKeyNode()).getValue().contains(".")) {
      gathered.fault(origin(entry), quote(path) + " is an unknown key", keys.nesting(path));
    } else if (keys.hasSection(path)) {
      if (!isNothing(value)) {
        section(value, path + ".");
      }
    } else if (keys.get(path) != null) {
      value(keys.get(path), entry);
    } else {
      gathered.fault(origin(entry), quote(path) + " is an unknown key", keys.suggestion(path));
    }
  }

  private void value(Key key, NodeTuple entry) {
    switch (key.form()) {
      case SECRET ->
          gathered.fault(
              origin(entry),
              key.path() + " does not belong in a file that is passed around",
              EnvironmentSource.WHERE_TOKENS_GO);
      case PROPERTIES -> properties(key, entry.getValueNode());
      case LIST -> list(key, entry);
      case REQUIRED, OPTIONAL -> single(key.path(), entry);
    }
  }

  private void single(String path, NodeTuple entry) {
    if (isNothing(entry.getValueNode())) {
      gathered.fault(origin(entry), path + " has no value", "give it one, or remove the line");
    } else if (entry.getValueNode() instanceof ScalarNode scalar) {
      gathered.put(path, new Given(List.of(scalar.getValue()), origin(entry)));
    } else {
      gathered.fault(origin(entry), path + " takes one value", "write it after the key, as text");
    }
  }

  private void list(Key key, NodeTuple entry) {
    if (!(entry.getValueNode() instanceof SequenceNode sequence)) {
      single(key.path(), entry);
      gathered
          .get(key.path())
          .ifPresent(
              given ->
                  gathered.put(
                      key.path(), new Given(key.split(given.texts().get(0)), given.origin())));
      return;
    }
    List<Node> elements = sequence.getValue();
    if (elements.stream()
        .allMatch(element -> element instanceof ScalarNode && !isNothing(element))) {
      List<String> texts =
          elements.stream().map(element -> ((ScalarNode) element).getValue()).toList();
      gathered.put(key.path(), new Given(texts, origin(entry)));
    } else {
      gathered.fault(
          origin(entry), key.path() + " takes plain values", "write one a line, after -");
    }
  }

  private void properties(Key key, Node node) {
    if (!isNothing(node)) {
      entries(node, key.path() + ".", key.path() + " is no section", this::single);
    }
  }

  private void entries(
      Node node, String prefix, String otherwise, BiConsumer<String, NodeTuple> use) {
    if (!(node instanceof MappingNode mapping)) {
      gathered.fault(at(line(node)), otherwise, "write key: value lines below it, indented");
      return;
    }
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode name)) {
        gathered.fault(origin(entry), "a key is no text", "write key: value");
        continue;
      }
      String path = prefix + name.getValue();
      Integer first = lines.putIfAbsent(path, line(name));
      if (first == null) {
        use.accept(path, entry);
      } else {
        gathered.fault(
            origin(entry), path + " is there twice", "keep this one or that in line " + first);
      }
    }
  }

  private static boolean isNothing(Node node) {
    return node == null || node.getTag().equals(Tag.NULL);
  }

  private Origin origin(NodeTuple entry) {
    return at(line(entry.getKeyNode()));
  }

  private Origin at(int line) {
    return Origin.file(file.toString(), line);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
