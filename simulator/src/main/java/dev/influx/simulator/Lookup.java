package dev.influx.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A look-up that was asked for: one that can be answered, or the faults of its parameters. */
sealed interface Lookup {

  int MOST_ITEMS = 100;

  Fault NO_UTF_8 = new Fault("query", List.of(), "The query string is not valid UTF-8");

  /** The users that were asked for, as they were written. */
  List<String> asked();

  /**
   * A look-up that can be answered.
   *
   * @param keys in the order and spelling of the request
   */
  record Valid(UserKey key, List<String> keys, RequestedFields requested, List<String> asked)
      implements Lookup {}

  /** A look-up that one or more parameters spoil. */
  record Invalid(List<Fault> faults, List<String> asked) implements Lookup {}

  /** What is wrong with a parameter, in the words of the API. */
  record Fault(String parameter, List<String> values, String message) {}

  default <R> R fold(Function<Valid, R> onValid, Function<Invalid, R> onInvalid) {
    return this instanceof Valid valid ? onValid.apply(valid) : onInvalid.apply((Invalid) this);
  }

  static Lookup parse(UserKey key, String rawQuery, Answering answering) {
    Optional<QueryString> query = QueryString.parse(rawQuery);
    if (query.isEmpty()) {
      return new Invalid(List.of(NO_UTF_8), List.of());
    }
    List<String> items = query.get().items(key.parameter());
    RequestedFields fields = RequestedFields.of(query.get(), answering.refusesUnknownFields());
    List<Fault> faults = new ArrayList<>(faults(key, query.get(), items));
    faults.addAll(fields.faults());
    List<String> keys = answering.repeatsDuplicates() ? items : distinct(items);
    return faults.isEmpty() ? new Valid(key, keys, fields, items) : new Invalid(faults, items);
  }

  private static List<Fault> faults(UserKey key, QueryString query, List<String> items) {
    String name = key.parameter();
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
        .filter(item -> !key.pattern().matcher(item).matches())
        .map(item -> mismatch(key, item))
        .toList();
  }

  private static Fault mismatch(UserKey key, String item) {
    String message =
        "The `%s` query parameter value [%s] does not match %s"
            .formatted(key.parameter(), item, key.pattern());
    return new Fault(key.parameter(), List.of(item), message);
  }

  private static List<String> distinct(List<String> items) {
    Map<String, String> first = new LinkedHashMap<>();
    items.forEach(item -> first.putIfAbsent(UserKey.folded(item), item));
    return List.copyOf(first.values());
  }
}
