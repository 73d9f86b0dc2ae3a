package dev.influx.app.config;

import dev.influx.app.config.Config.ClientProperties;
import dev.influx.app.config.UnusableValueException.Problem;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Builds the tree of records from what the sources said. Where a value cannot be used, the default
 * stands in for it, so that the rest is still checked; the fault is kept with what was gathered.
 */
final class Binder {
  private final Keys keys;
  private final Values values;
  private final Gathered gathered;

  Binder(Keys keys, Values values, Gathered gathered) {
    this.keys = keys;
    this.values = values;
    this.gathered = gathered;
  }

  Config bind() {
    return (Config) section(Config.class, "");
  }

  private Object section(Class<?> type, String prefix) {
    Object[] arguments =
        Arrays.stream(type.getRecordComponents())
            .map(component -> component(component, prefix + Keys.name(component)))
            .toArray();
    try {
      return construct(type, arguments);
    } catch (UnusableValueException e) {
      e.problems().forEach(problem -> fault(prefix + problem.key(), problem));
      return new Binder(keys, values, new Gathered()).section(type, prefix);
    }
  }

  private Object component(RecordComponent component, String path) {
    if (Keys.isSection(component)) {
      return section(component.getType(), path + ".");
    }
    Key key = keys.get(path);
    return key.form() == Key.Form.PROPERTIES ? properties(key) : value(key);
  }

  private ClientProperties properties(Key key) {
    Map<String, String> properties = new HashMap<>();
    gathered.under(key.path()).forEach((name, given) -> properties.put(name, given.texts().get(0)));
    return new ClientProperties(properties);
  }

  private Object value(Key key) {
    try {
      return gathered
          .get(key.path())
          .map(given -> values.read(key, given.texts()))
          .orElseGet(() -> values.byDefault(key));
    } catch (UnusableValueException e) {
      e.problems().forEach(problem -> fault(key.path(), problem));
      return values.byDefault(key);
    }
  }

  private void fault(String path, Problem problem) {
    Origin origin = gathered.get(path).map(Given::origin).orElse(Origin.DEFAULT);
    gathered.fault(origin, path + " " + problem.what(), problem.remedy());
  }

  private static Object construct(Class<?> type, Object[] arguments) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(parameters);
      return canonical.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof UnusableValueException unusable) {
        throw unusable;
      }
      throw new IllegalStateException(type + " cannot be constructed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be constructed", e);
    }
  }
}
