package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The shapes in which files hold authors. */
enum Shape {
  /** The record that influx publishes. */
  CURRENT("a published record"),
  /** The record of the system before influx. */
  EARLIER("a record of the earlier system"),
  /** The user object of X, or what was made of it: nothing says why the author is listed. */
  USER("a user object of X");

  /** What only records of influx have. */
  private static final List<String> OWN = List.of("policy_sha256", "rank_global", "score_version");

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether the object is an author in one of the shapes. */
  static boolean isAuthor(JsonNode object) {
    return object.has("handle")
        || object.has("username")
        || (object.has("id") && (object.has("public_metrics") || object.path("meta").isObject()));
  }

  static Shape of(JsonNode author) {
    JsonNode meta = author.path("meta");
    if (!author.has("handle") && (author.has("username") || !meta.isObject())) {
      return USER;
    }
    boolean own = OWN.stream().anyMatch(meta::has) || author.path("ext").has("lineage");
    return own ? CURRENT : EARLIER;
  }
}
