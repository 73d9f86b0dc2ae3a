package dev.influx.lists.yaml;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A YAML mapping that must hold exactly the keys it is asked for. */
public final class StrictMapping {

  private final String path;
  private final int line;
  private final Faults faults;
  private final int faultsBefore;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();

  StrictMapping(String path, MappingNode node, Faults faults) {
    this.path = path;
    this.line = StrictValue.lineOf(node);
    this.faults = faults;
    this.faultsBefore = faults.count();
    node.getValue().forEach(this::take);
  }

  private void take(NodeTuple entry) {
    Node key = entry.getKeyNode();
    if (!(key instanceof ScalarNode scalar)) {
      faults.add(StrictValue.lineOf(key), "a key that is no text", "write key: value lines");
    } else if (values.putIfAbsent(scalar.getValue(), entry.getValueNode()) != null) {
      String what = quote(pathOf(scalar.getValue())) + " is there twice";
      faults.add(StrictValue.lineOf(key), what, "keep one of them");
    }
    StrictValue.refuseAnchor(key, faults);
    StrictValue.refuseAnchor(entry.getValueNode(), faults);
  }

  /** The value of a key that must be there; without one, a value that answers with stand-ins. */
  public StrictValue value(String key) {
    Optional<StrictValue> value = optional(key);
    if (value.isEmpty()) {
      faults.add(line, pathOf(key) + " is missing", "add it");
    }
    return value.orElseGet(() -> new StrictValue(pathOf(key), null, faults));
  }

  /** The value of a key that may be left out. */
  public Optional<StrictValue> optional(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key))
        .map(node -> new StrictValue(pathOf(key), node, faults));
  }

  public String text(String key) {
    return value(key).text();
  }

  public double number(String key, Range range) {
    return value(key).number(range);
  }

  public Optional<StrictMapping> mapping(String key) {
    return value(key).mapping();
  }

  /** Reports what is wrong with values that were each read well, but do not fit together. */
  public void refuse(String what, String remedy) {
    faults.add(line, (path.isEmpty() ? "it" : path) + " " + what, remedy);
  }

  /** Made of what was read, unless a fault was found in this mapping or in anything inside it. */
  public <T> Optional<T> ifSound(Supplier<? extends T> made) {
    return faults.count() == faultsBefore ? Optional.of(made.get()) : Optional.empty();
  }

  /** The same, to be called last: every key that nobody asked for is a fault too. */
  public <T> Optional<T> complete(Supplier<? extends T> made) {
    values.keySet().stream().filter(key -> !asked.contains(key)).forEach(this::refuseUnknown);
    return ifSound(made);
  }

  private void refuseUnknown(String key) {
    String what = quote(pathOf(key)) + " is an unknown key";
    faults.add(StrictValue.lineOf(values.get(key)), what, Spelling.suggest(key, asked));
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
