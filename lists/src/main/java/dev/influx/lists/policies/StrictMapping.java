package dev.influx.lists.policies;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.DataFault;
import dev.influx.lists.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML mapping that must hold exactly the keys it is asked for. Every fault goes to one list,
 * with the line and the path from the root, so that a reader can go on and find the others.
 */
final class StrictMapping {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9_]*");
  private static final int LONGEST_TEXT = 500;

  private final String source;
  private final String path;
  private final int line;
  private final Map<String, Node> values;
  private final List<String> asked = new ArrayList<>();
  private final List<DataFault> faults;

  private StrictMapping(
      String source, String path, int line, Map<String, Node> values, List<DataFault> faults) {
    this.source = source;
    this.path = path;
    this.line = line;
    this.values = values;
    this.faults = faults;
  }

  static Optional<StrictMapping> root(String source, Node node, List<DataFault> faults) {
    return of(source, "", node, faults);
  }

  private static Optional<StrictMapping> of(
      String source, String path, Node node, List<DataFault> faults) {
    if (!(node instanceof MappingNode mapping) || !node.getTag().equals(Tag.MAP)) {
      String what = path.isEmpty() ? "the document is no mapping" : path + " is no mapping";
      faults.add(new DataFault(source, lineOf(node), what, "write key: value lines"));
      return Optional.empty();
    }
    StrictMapping strict = new StrictMapping(source, path, lineOf(node), new HashMap<>(), faults);
    mapping.getValue().forEach(strict::take);
    return Optional.of(strict);
  }

  /** A text on one line with something in it. */
  Optional<String> text(String key) {
    return scalar(key, Tag.STR, "text").flatMap(node -> printable(key, node));
  }

  /** A text of a fixed form. */
  Optional<String> text(String key, Pattern form, String example) {
    return text(key)
        .filter(
            text -> {
              boolean fits = form.matcher(text).matches();
              if (!fits) {
                refuse(key, "is " + quote(text), "write a name such as " + example);
              }
              return fits;
            });
  }

  OptionalLong wholeNumber(String key, long least, long most) {
    Optional<ScalarNode> node = scalar(key, Tag.INT, "a whole number");
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    String digits = node.get().getValue().replace("_", "");
    boolean readable = WHOLE_NUMBER.matcher(node.get().getValue()).matches();
    if (readable && digits.length() < 19) {
      long number = Long.parseLong(digits);
      if (least <= number && number <= most) {
        return OptionalLong.of(number);
      }
    }
    refuse(
        key,
        "is " + quote(node.get().getValue()),
        "write a decimal number from " + least + " to " + most);
    return OptionalLong.empty();
  }

  Optional<StrictMapping> mapping(String key) {
    return required(key).flatMap(node -> of(source, pathOf(key), node, faults));
  }

  /** To be called last: every key nobody asked for is a fault. */
  void refuseOthers() {
    values.forEach(
        (key, node) -> {
          if (!asked.contains(key)) {
            String remedy = Spelling.suggest(key, asked);
            fault(lineOf(node), quote(pathOf(key)) + " is an unknown key", remedy);
          }
        });
  }

  /** Reports what is wrong with a value that was read well. */
  void refuse(String key, String what, String remedy) {
    fault(lineOf(values.get(key)), pathOf(key) + " " + what, remedy);
  }

  private void take(NodeTuple entry) {
    Node key = entry.getKeyNode();
    if (!(key instanceof ScalarNode scalar)) {
      fault(lineOf(key), "a key that is no text", "write key: value lines");
    } else if (values.putIfAbsent(scalar.getValue(), entry.getValueNode()) != null) {
      fault(lineOf(key), quote(pathOf(scalar.getValue())) + " is there twice", "keep one of them");
    }
    refuseAnchor(key);
    refuseAnchor(entry.getValueNode());
  }

  private void refuseAnchor(Node node) {
    if (node.getAnchor() != null) {
      fault(lineOf(node), "the anchor " + quote(node.getAnchor()), "write the value out");
    }
  }

  private Optional<Node> required(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      fault(line, pathOf(key) + " is missing", "add it");
    }
    return Optional.ofNullable(node);
  }

  private Optional<ScalarNode> scalar(String key, Tag tag, String kind) {
    Optional<Node> node = required(key);
    if (node.isPresent()
        && node.get() instanceof ScalarNode scalar
        && tag.equals(scalar.getTag())) {
      return Optional.of(scalar);
    }
    if (node.isPresent()) {
      refuse(key, "is not " + kind, "write " + kind + ", in quotes only if it is text");
    }
    return Optional.empty();
  }

  private Optional<String> printable(String key, ScalarNode node) {
    String text = node.getValue().strip();
    boolean fits = !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_TEXT;
    if (fits && text.chars().noneMatch(Character::isISOControl)) {
      return Optional.of(text);
    }
    refuse(key, "is " + quote(text), "write 1 to " + LONGEST_TEXT + " characters on one line");
    return Optional.empty();
  }

  private void fault(int where, String what, String remedy) {
    faults.add(new DataFault(source, where, what, remedy));
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
