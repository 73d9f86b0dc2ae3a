package dev.influx.app.config;

import dev.influx.app.config.Config.ClientProperties;
import dev.influx.runtime.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One key, as a component of the tree of records declares it.
 *
 * @param type of the value; of one element where there can be several
 * @param byDefault the value that nobody has to set; empty where there is none
 */
record Key(String path, Form form, Class<?> type, Optional<String> byDefault) {

  /** How the values of a key look. */
  enum Form {
    /** One value that must be there. */
    REQUIRED,
    /** One value, or none. */
    OPTIONAL,
    /** Any number of values. */
    LIST,
    /** Names with a value each, all of them somebody else's. */
    PROPERTIES,
    /** One value that must not be written where others can read it. */
    SECRET
  }

  static Key of(String path, RecordComponent component) {
    Type type = component.getGenericType();
    Optional<String> byDefault =
        Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    return new Key(path, form(type), plain(type), byDefault);
  }

  private static Form form(Type type) {
    if (type == ClientProperties.class) {
      return Form.PROPERTIES;
    }
    if (!(type instanceof ParameterizedType holder)) {
      return Form.REQUIRED;
    }
    if (holder.getRawType() == List.class) {
      return Form.LIST;
    }
    return plain(type) == Secret.class ? Form.SECRET : Form.OPTIONAL;
  }

  private static Class<?> plain(Type type) {
    return type instanceof ParameterizedType holder
        ? (Class<?>) holder.getActualTypeArguments()[0]
        : (Class<?>) type;
  }

  /** {@code INFLUX_SCORER_STATE_DIR}; for properties, what their names begin with. */
  String variable() {
    return "INFLUX_" + path.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** The texts of the values, where they are written in one. */
  List<String> split(String text) {
    if (form != Form.LIST) {
      return List.of(text);
    }
    return text.isBlank() ? List.of() : List.of(text.split(",", -1));
  }
}
