package dev.influx.simulator;

import dev.influx.simulator.Lookup.Fault;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the parameters of one request, and notes what is wrong with them. */
final class Parameters {

  private static final Pattern ID = Pattern.compile("^[0-9]{1,19}$");

  private final QueryString query;
  private final List<Fault> faults = new ArrayList<>();

  Parameters(QueryString query) {
    this.query = query;
  }

  QueryString query() {
    return query;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  void check(String name, String value, Pattern pattern) {
    if (!pattern.matcher(value).matches()) {
      fault(name, value, "does not match " + pattern);
    }
  }

  int number(String name, int least, int most, int otherwise) {
    Optional<String> value = one(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    boolean fits = value.get().matches("[0-9]{1,6}");
    int number = fits ? Integer.parseInt(value.get()) : -1;
    if (number < least || number > most) {
      fault(name, value.get(), "is not between " + least + " and " + most);
    }
    return number;
  }

  /** An id; the greatest there can be are beyond any post. */
  Optional<Long> id(String name) {
    Optional<String> value = one(name);
    value.ifPresent(text -> check(name, text, ID));
    return value
        .filter(text -> ID.matcher(text).matches())
        .map(text -> new BigInteger(text).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
  }

  Optional<Instant> time(String name, Instant earliest) {
    Optional<String> value = one(name);
    try {
      Optional<Instant> time = value.map(Instant::parse);
      time.filter(early -> early.isBefore(earliest))
          .ifPresent(early -> fault(name, value.get(), "is not on or after " + earliest));
      return time;
    } catch (DateTimeException e) {
      value.ifPresent(text -> fault(name, text, "is not a time as in RFC 3339"));
      return Optional.empty();
    }
  }

  List<String> choices(String name, List<String> known) {
    List<String> chosen = query.items(name);
    chosen.stream()
        .filter(value -> !known.contains(value))
        .forEach(value -> fault(name, value, "is not one of [" + String.join(",", known) + "]"));
    return chosen;
  }

  Optional<String> one(String name) {
    List<String> values = query.values(name);
    if (values.size() > 1) {
      String message = "The `" + name + "` query parameter was given " + values.size() + " times";
      faults.add(new Fault(name, values, message));
    }
    return values.stream().findFirst();
  }

  void add(List<Fault> more) {
    faults.addAll(more);
  }

  void fault(String name, String value, String what) {
    String message = "The `%s` query parameter value [%s] %s".formatted(name, value, what);
    faults.add(new Fault(name, List.of(value), message));
  }
}
