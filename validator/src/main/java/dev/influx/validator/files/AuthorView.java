package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * An author of any shape as the user object of X, so that one reader reads all of them: what is
 * absent is not known, and what is not of its kind is refused. What a record says of itself, such
 * as a score or that it is no organisation, is left out.
 */
final class AuthorView {
  private static final List<String> SAME =
      List.of(
          "id",
          "name",
          "description",
          "url",
          "location",
          "entities",
          "protected",
          "withheld",
          "affiliation",
          "verified_type");

  /** What X calls a metric, and what records call it. */
  private static final Map<String, List<String>> METRICS =
      Map.of(
          "following_count", List.of("following_count"),
          "tweet_count", List.of("post_count", "tweet_count"),
          "listed_count", List.of("listed_count"),
          "like_count", List.of("like_count", "total_like_count"),
          "media_count", List.of("media_count"));

  private static final List<String> PINNED = List.of("pinned_post_id", "pinned_tweet_id");

  private final JsonNode author;
  private final List<JsonNode> metrics;
  private final List<JsonNode> followers;

  private AuthorView(Shape shape, JsonNode author) {
    JsonNode current = author.path("ext").path("activity_metrics");
    JsonNode earlier = author.path("meta").path("activity_metrics");
    JsonNode ofX = author.path("public_metrics");
    this.author = author;
    // A published record has one place for each: keys that it should not have say nothing.
    this.metrics =
        shape == Shape.CURRENT ? List.of(current) : List.of(ofX, current, earlier, author);
    this.followers = shape == Shape.CURRENT ? List.of(author) : metrics;
  }

  static ObjectNode of(Shape shape, JsonNode author) {
    return new AuthorView(shape, author).user();
  }

  private ObjectNode user() {
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    for (String key : SAME) {
      set(user, key, author.get(key));
    }
    set(user, "username", first(List.of(author), List.of("username", "handle")));
    set(user, "created_at", createdAt());
    set(user, "pinned_tweet_id", pinned());
    ObjectNode counts = user.putObject("public_metrics");
    set(counts, "followers_count", first(followers, List.of("followers_count")));
    METRICS.forEach((ofX, names) -> set(counts, ofX, first(metrics, names)));
    badge(user);
    return user;
  }

  private JsonNode createdAt() {
    JsonNode own = first(List.of(author), List.of("created_at"));
    return own == null ? first(metrics, List.of("account_created_at")) : own;
  }

  private JsonNode pinned() {
    JsonNode own = first(List.of(author), PINNED);
    return own == null ? first(metrics, PINNED) : own;
  }

  /** Records name the badge where X has a flag and a type; a legacy badge is one without a type. */
  private void badge(ObjectNode user) {
    JsonNode badge = author.path("verified");
    if (!badge.isTextual()) {
      set(user, "verified", badge.isMissingNode() ? null : badge);
    } else {
      String text = badge.textValue();
      user.put("verified", !text.equals("none"));
      user.put("verified_type", type(text));
    }
  }

  /** Business and government badges are published under one name. */
  private static String type(String badge) {
    return switch (badge) {
      case "legacy" -> "none";
      case "org" -> "business";
      default -> badge;
    };
  }

  private static JsonNode first(List<JsonNode> places, List<String> names) {
    for (JsonNode place : places) {
      for (String name : names) {
        JsonNode value = place.get(name);
        if (value != null && !value.isNull()) {
          return value;
        }
      }
    }
    return null;
  }

  private static void set(ObjectNode object, String key, JsonNode value) {
    if (value != null) {
      object.set(key, value);
    }
  }
}
