package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the authors in the value of a line: a bare one, or any number in envelopes. */
final class AuthorsInLine {
  private static final List<String> ENVELOPES =
      List.of("data", "user", "users", "results", "response", "output", "result");
  private static final int DEEPEST = 8;

  private final List<JsonNode> authors = new ArrayList<>();

  private AuthorsInLine() {}

  static List<JsonNode> of(JsonNode line) {
    AuthorsInLine found = new AuthorsInLine();
    found.look(line, DEEPEST);
    return found.authors;
  }

  private void look(JsonNode value, int depth) {
    if (value.isArray() && depth > 0) {
      value.forEach(element -> look(element, depth - 1));
    } else if (value.isObject() && Shape.isAuthor(value)) {
      authors.add(value);
    } else if (value.isObject() && depth > 0) {
      ENVELOPES.forEach(name -> look(value.path(name), depth - 1));
    }
  }
}
