package dev.influx.harvester.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Users whose counts somebody moved out of {@code public_metrics}. */
final class FlatMetrics {
  private static final String METRICS = "public_metrics";
  private static final List<String> NAMES =
      List.of(
          "followers_count",
          "following_count",
          "tweet_count",
          "post_count",
          "listed_count",
          "like_count",
          "media_count");

  private FlatMetrics() {}

  static boolean in(JsonNode user) {
    return !user.hasNonNull(METRICS) && NAMES.stream().anyMatch(user::hasNonNull);
  }

  /** The user as X would have answered it. */
  static JsonNode movedBack(JsonNode user) {
    ObjectNode moved = user.<ObjectNode>deepCopy();
    ObjectNode metrics = moved.putObject(METRICS);
    NAMES.stream().filter(user::has).forEach(name -> metrics.set(name, user.get(name)));
    return moved;
  }
}
