package dev.influx.simulator;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A look-up that was asked for: one that can be answered, or the faults of its parameters. */
sealed interface Lookup {

  int MOST_ITEMS = 100;

  /** How many users were asked for, for the journal. */
  int items();

  /**
   * A look-up that can be answered.
   *
   * @param keys in the order and spelling of the request, each user once
   */
  record Valid(Endpoint endpoint, List<String> keys, Set<UserField> fields, int items)
      implements Lookup {}

  /** A look-up that one or more parameters spoil. */
  record Invalid(List<Fault> faults, int items) implements Lookup {}

  /** What is wrong with a parameter, in the words of the API. */
  record Fault(String parameter, List<String> values, String message) {}

  default <R> R fold(Function<Valid, R> onValid, Function<Invalid, R> onInvalid) {
    return this instanceof Valid valid ? onValid.apply(valid) : onInvalid.apply((Invalid) this);
  }

  static Lookup parse(Endpoint endpoint, String rawQuery) {
    Optional<QueryString> query = QueryString.parse(rawQuery);
    if (query.isEmpty()) {
      Fault fault = new Fault("query", List.of(), "The query string is not valid UTF-8");
      return new Invalid(List.of(fault), 0);
    }
    List<String> items = query.get().items(endpoint.parameter());
    List<Fault> faults = faults(endpoint, query.get(), items);
    return faults.isEmpty()
        ? new Valid(endpoint, distinct(items), fields(query.get()), items.size())
        : new Invalid(faults, items.size());
  }

  private static List<Fault> faults(Endpoint endpoint, QueryString query, List<String> items) {
    String name = endpoint.parameter();
    List<String> values = query.values(name);
    if (values.size() > 1) {
      String message = "The `" + name + "` query parameter was given " + values.size() + " times";
      return List.of(new Fault(name, values, message));
    }
    if (items.isEmpty()) {
      String message = "The `%s` query parameter can not be empty".formatted(name);
      return List.of(new Fault(name, List.of(), message));
    }
    if (items.size() > MOST_ITEMS) {
      String message =
          "The number of values in the `%s` query parameter list [%s] is not between 1 and %s"
              .formatted(name, items.size(), MOST_ITEMS);
      return List.of(new Fault(name, items, message));
    }
    return items.stream()
        .filter(item -> !endpoint.pattern().matcher(item).matches())
        .map(item -> mismatch(endpoint, item))
        .toList();
  }

  private static Fault mismatch(Endpoint endpoint, String item) {
    String message =
        "The `%s` query parameter value [%s] does not match %s"
            .formatted(endpoint.parameter(), item, endpoint.pattern());
    return new Fault(endpoint.parameter(), List.of(item), message);
  }

  private static List<String> distinct(List<String> items) {
    Map<String, String> first = new LinkedHashMap<>();
    items.forEach(item -> first.putIfAbsent(Endpoint.folded(item), item));
    return List.copyOf(first.values());
  }

  /** Unknown fields are dropped without a word, as the API does. */
  private static Set<UserField> fields(QueryString query) {
    Set<UserField> fields = EnumSet.copyOf(UserField.defaults());
    Stream.concat(
            query.items("user.fields").stream().map(UserField::ofField),
            query.items("expansions").stream().map(UserField::ofExpansion))
        .flatMap(Optional::stream)
        .forEach(fields::add);
    return fields;
  }
}
