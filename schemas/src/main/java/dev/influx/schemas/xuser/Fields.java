package dev.influx.schemas.xuser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads members of one JSON object that may each be absent or null, under an old or a new name, and
 * collects what is wrong with those that are there.
 */
final class Fields {
  private static final long MAX_EXACT_DIGITS = 19;

  private final JsonNode object;
  private final List<String> problems;

  Fields(JsonNode object, List<String> problems) {
    this.object = object;
    this.problems = problems;
  }

  Fields in(String name) {
    return new Fields(object.path(name), problems);
  }

  String text(String... names) {
    JsonNode value = find(names);
    if (value == null || value.isTextual()) {
      return value == null ? null : value.textValue();
    }
    refuse(names[0], "is not a text", value);
    return null;
  }

  Boolean flag(String name) {
    JsonNode value = find(name);
    if (value == null || value.isBoolean()) {
      return value == null ? null : value.booleanValue();
    }
    refuse(name, "is not true or false", value);
    return null;
  }

  Long count(String... names) {
    JsonNode value = find(names);
    if (value == null) {
      return null;
    }
    if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0) {
      return value.longValue();
    }
    if (value.isTextual() && isCount(value.textValue())) {
      return Long.valueOf(value.textValue());
    }
    refuse(names[0], "is not a count", value);
    return null;
  }

  Instant instant(String name) {
    String value = text(name);
    try {
      return value == null || value.isEmpty() ? null : Times.parse(value);
    } catch (DateTimeException e) {
      refuse(name, "is not a time", object.get(name));
      return null;
    }
  }

  /** The texts of an array, or a single text: the API has used both for the same member. */
  List<String> texts(String name) {
    List<String> result = new ArrayList<>();
    JsonNode value = find(name);
    if (value != null && value.isTextual()) {
      result.add(value.textValue());
    } else if (value != null) {
      value.forEach(each -> result.add(each.asText()));
    }
    return result;
  }

  /** One text member of every object in an array; those without it are passed over. */
  List<String> each(String array, String name) {
    List<String> result = new ArrayList<>();
    for (JsonNode element : object.path(array)) {
      JsonNode value = element.get(name);
      if (value != null && value.isTextual()) {
        result.add(value.textValue());
      }
    }
    return result;
  }

  private JsonNode find(String... names) {
    for (String name : names) {
      JsonNode value = object.get(name);
      if (value != null && !value.isNull()) {
        return value;
      }
    }
    return null;
  }

  private static boolean isCount(String text) {
    return !text.isEmpty()
        && text.length() < MAX_EXACT_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void refuse(String name, String complaint, JsonNode value) {
    problems.add(name + " " + complaint + ": " + abbreviate(value.toString()));
  }

  private static String abbreviate(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
