package dev.influx.lists.yaml;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.Spelling;
import dev.influx.lists.canonical.CanonicalJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a YAML document, with its place. When it is not what it is asked to be, that is a
 * fault, and the answer a stand-in, so that a reader can go on and find the other faults.
 */
public final class StrictValue {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9_]*");
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9_]*)(\\.[0-9]+)?");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_@.]{1,40}");
  private static final int LONGEST_TEXT = 500;

  private final String path;
  private final Node node;
  private final Faults faults;

  StrictValue(String path, Node node, Faults faults) {
    this.path = path;
    this.node = node;
    this.faults = faults;
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isText() {
    return node instanceof ScalarNode && Tag.STR.equals(node.getTag());
  }

  /** A text on one line with something in it. */
  public String text() {
    String text = scalar(Tag.STR, "text").map(String::strip).orElse(null);
    if (text == null) {
      return "";
    }
    if (isToBeSearched()) {
      requireLine(text);
    }
    return text;
  }

  private void requireLine(String text) {
    boolean fits = !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_TEXT;
    if (!fits || text.chars().anyMatch(Character::isISOControl)) {
      refuse("is " + quote(text), "write 1 to " + LONGEST_TEXT + " characters on one line");
    }
  }

  /** A text of a fixed form. */
  public String text(Pattern form, String example) {
    int before = faults.count();
    String text = text();
    if (node != null && faults.count() == before && !form.matcher(text).matches()) {
      refuse("is " + quote(text), "write a name such as " + example);
    }
    return text;
  }

  /** One of the words that are known. */
  public <T> Optional<T> choice(Map<String, T> known) {
    int before = faults.count();
    String word = text();
    Optional<T> chosen = Optional.ofNullable(known.get(word));
    if (node != null && faults.count() == before && chosen.isEmpty()) {
      refuse(
          "is " + quote(word), Spelling.suggest(word, known.keySet().stream().sorted().toList()));
    }
    return chosen;
  }

  /** What is written as {@code yes} or {@code no}; YAML has more words for both. */
  public boolean yesOrNo() {
    String word = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!word.equals("yes") && !word.equals("no")) {
      refuse("is " + (word.isEmpty() ? "neither yes nor no" : quote(word)), "write yes or no");
    }
    return word.equals("yes");
  }

  public long wholeNumber(long least, long most) {
    String written = scalar(Tag.INT, "a whole number").orElse(null);
    if (written == null) {
      return least;
    }
    String digits = written.replace("_", "");
    if (WHOLE_NUMBER.matcher(written).matches() && digits.length() < 19) {
      long number = Long.parseLong(digits);
      if (least <= number && number <= most) {
        return number;
      }
    }
    refuse("is " + quote(written), "write a decimal number from " + least + " to " + most);
    return least;
  }

  public double number(Range range) {
    Tag tag = node != null && Tag.INT.equals(node.getTag()) ? Tag.INT : Tag.FLOAT;
    String written = scalar(tag, "a number").orElse(null);
    if (written == null) {
      return Double.NaN;
    }
    if (NUMBER.matcher(written).matches()) {
      BigDecimal number = new BigDecimal(written.replace("_", "")).stripTrailingZeros();
      if (number.precision() <= CanonicalJson.MOST_DIGITS && range.holds(number.doubleValue())) {
        return number.doubleValue();
      }
    }
    refuse(
        "is " + quote(written),
        "write " + range.words() + ", in " + CanonicalJson.MOST_DIGITS + " digits");
    return Double.NaN;
  }

  public Optional<StrictMapping> mapping() {
    if (node instanceof MappingNode mapping && Tag.MAP.equals(node.getTag())) {
      return Optional.of(new StrictMapping(path, mapping, faults));
    }
    refuse(
        path.isEmpty() ? "the document is no mapping" : "is no mapping", "write key: value lines");
    return Optional.empty();
  }

  /** The items of a list with at least one; an item that has a name is known by it. */
  public List<StrictValue> items() {
    List<StrictValue> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      for (Node item : sequence.getValue()) {
        refuseAnchor(item, faults);
        String label = nameOf(item).orElse(Integer.toString(items.size() + 1));
        items.add(new StrictValue(path + "[" + label + "]", item, faults));
      }
    } else {
      refuse("is not a list with something in it", "write one or more - items");
    }
    return items;
  }

  /** Whether it is worth the time to look for faults that take long to find. */
  public boolean isToBeSearched() {
    return faults.areSoughtThoroughly();
  }

  /** Reports what is wrong with a value that was read well. */
  public void refuse(String what, String remedy) {
    if (node != null) {
      faults.add(lineOf(node), path.isEmpty() ? what : path + " " + what, remedy);
    }
  }

  private Optional<String> scalar(Tag tag, String kind) {
    if (node instanceof ScalarNode scalar && tag.equals(scalar.getTag())) {
      return Optional.of(scalar.getValue());
    }
    refuse("is not " + kind, "write " + kind + ", in quotes only if it is text");
    return Optional.empty();
  }

  private static Optional<String> nameOf(Node item) {
    if (!(item instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    return mapping.getValue().stream()
        .filter(entry -> entry.getKeyNode() instanceof ScalarNode key && isName(key))
        .map(NodeTuple::getValueNode)
        .filter(ScalarNode.class::isInstance)
        .map(name -> ((ScalarNode) name).getValue())
        .filter(name -> LABEL.matcher(name).matches())
        .findFirst();
  }

  private static boolean isName(ScalarNode key) {
    return key.getValue().equals("name");
  }

  static void refuseAnchor(Node node, Faults faults) {
    if (node.getAnchor() != null) {
      faults.add(lineOf(node), "the anchor " + quote(node.getAnchor()), "write the value out");
    }
  }

  /** Nodes that were not read from lines have none. */
  static int lineOf(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }
}
