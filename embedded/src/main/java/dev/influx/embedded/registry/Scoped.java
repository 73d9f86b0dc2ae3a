package dev.influx.embedded.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A setting with a value for all subjects, and another for those that have their own. */
final class Scoped<T> {
  private final Map<String, T> values = new ConcurrentHashMap<>();
  private final T initial;

  Scoped(T initial) {
    this.initial = initial;
  }

  /** What was set for exactly this scope. */
  Optional<T> at(String scope) {
    return Optional.ofNullable(values.get(scope));
  }

  T global() {
    return at(Subject.GLOBAL).orElse(initial);
  }

  T effective(String subject) {
    return at(subject).orElseGet(this::global);
  }

  void set(String scope, T value) {
    values.put(scope, value);
  }

  void clear(String scope) {
    values.remove(scope);
  }
}
