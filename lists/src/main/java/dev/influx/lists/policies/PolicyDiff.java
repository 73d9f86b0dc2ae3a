package dev.influx.lists.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What differs between two policies, value by value of their canonical forms: empty if and only if
 * they have the same hash.
 */
public record PolicyDiff(List<Change> changes) {
  private static final JsonMapper JSON = new JsonMapper();

  public PolicyDiff {
    changes = List.copyOf(changes);
  }

  /**
   * One value.
   *
   * @param path where it stands; what has a name or an id stands under that, such as {@code
   *     model.parts[activity].weight}
   * @param before empty where it is new
   * @param after empty where it is gone
   */
  public record Change(String path, Optional<String> before, Optional<String> after) {}

  public static PolicyDiff between(Policy before, Policy after) {
    List<Change> changes = new ArrayList<>();
    compare("", tree(before), tree(after), changes);
    return new PolicyDiff(changes);
  }

  private static JsonNode tree(Policy policy) {
    try {
      return JSON.readTree(policy.canonicalBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("a canonical form is JSON", e);
    }
  }

  private static void compare(String path, JsonNode before, JsonNode after, List<Change> changes) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() || after.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      String inside = path.isEmpty() ? "" : path + ".";
      names.forEach(name -> compare(inside + name, before.path(name), after.path(name), changes));
    } else if (before.isArray() || after.isArray()) {
      compareItems(path, items(before), items(after), changes);
    } else {
      changes.add(new Change(path, text(before), text(after)));
    }
  }

  /** Their order belongs to the content, for it is the order of summation. */
  private static void compareItems(
      String path,
      Map<String, JsonNode> before,
      Map<String, JsonNode> after,
      List<Change> changes) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    int known = changes.size();
    for (String name : names) {
      JsonNode one = before.getOrDefault(name, MissingNode.getInstance());
      JsonNode other = after.getOrDefault(name, MissingNode.getInstance());
      boolean word = one.isValueNode() || other.isValueNode();
      compare(word ? path : path + "[" + name + "]", one, other, changes);
    }
    if (changes.size() == known) {
      changes.add(new Change(path, order(before), order(after)));
    }
  }

  private static Optional<String> order(Map<String, JsonNode> items) {
    return Optional.of("in the order " + String.join(", ", items.keySet()));
  }

  private static Map<String, JsonNode> items(JsonNode array) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    StreamSupport.stream(array.spliterator(), false).forEach(item -> items.put(name(item), item));
    return items;
  }

  private static String name(JsonNode item) {
    return item.path("name").asText(item.path("id").asText(item.asText()));
  }

  private static Optional<String> text(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }
}
