package dev.influx.app.config;

import dev.influx.runtime.Secret;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells which of the settings of a client nobody should see. */
final class Sensitive {
  private static final Pattern KEYS =
      Pattern.compile("password|secret|jaas|user\\.info|(^|\\.)(token|key)$");

  private Sensitive() {}

  static boolean is(String property) {
    return KEYS.matcher(property).find();
  }

  static String shown(String property, String value) {
    return is(property) ? Secret.MASK : value;
  }

  static Map<String, String> masked(Map<String, String> properties) {
    Map<String, String> masked = new TreeMap<>();
    properties.forEach((property, value) -> masked.put(property, shown(property, value)));
    return masked;
  }
}
