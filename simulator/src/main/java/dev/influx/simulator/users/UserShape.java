package dev.influx.simulator.users;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the parts of a user object of X may be. Every part but the id and the handle may miss. */
final class UserShape {

  static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");

  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

  private static final Kind TEXT = new Kind("a string", JsonNode::isTextual);
  private static final Kind FLAG = new Kind("true or false", JsonNode::isBoolean);
  private static final Kind OBJECT = new Kind("an object", JsonNode::isObject);
  private static final Kind COUNT = new Kind("a whole number from 0", UserShape::isCount);
  private static final Kind COUNT_OR_NULL =
      new Kind("a whole number from 0, or null", node -> node.isNull() || isCount(node));
  private static final Kind NUMBER =
      new Kind("a whole number from 0, perhaps quoted", UserShape::isQuotedCount);
  private static final Kind DIGITS =
      new Kind("a string of 1 to 19 digits", node -> matches(node, ID));
  private static final Kind NAME =
      new Kind("1 to 15 of A-Z, a-z, 0-9 and _", node -> matches(node, HANDLE));
  private static final Kind TIME =
      new Kind("a time such as 2013-12-14T04:35:55.000Z", UserShape::isTime);

  private static final Map<String, Kind> USER =
      Map.ofEntries(
          Map.entry("id", DIGITS),
          Map.entry("username", NAME),
          Map.entry("name", TEXT),
          Map.entry("created_at", TIME),
          Map.entry("description", TEXT),
          Map.entry("location", TEXT),
          Map.entry("url", TEXT),
          Map.entry("entities", OBJECT),
          Map.entry("profile_image_url", TEXT),
          Map.entry("profile_banner_url", TEXT),
          Map.entry("protected", FLAG),
          Map.entry("verified", FLAG),
          Map.entry("verified_type", TEXT),
          Map.entry("verified_followers_count", NUMBER),
          Map.entry("parody", FLAG),
          Map.entry("is_identity_verified", FLAG),
          Map.entry("subscription_type", TEXT),
          Map.entry("public_metrics", OBJECT),
          Map.entry("pinned_tweet_id", DIGITS),
          Map.entry("pinned_post_id", DIGITS),
          Map.entry("most_recent_tweet_id", DIGITS),
          Map.entry("most_recent_post_id", DIGITS),
          Map.entry("affiliation", OBJECT),
          Map.entry("withheld", OBJECT),
          Map.entry(Fate.KEY, OBJECT));

  private static final Map<String, Kind> METRICS =
      Map.of(
          "followers_count", COUNT,
          "following_count", COUNT,
          "tweet_count", COUNT,
          "post_count", COUNT,
          "listed_count", COUNT,
          "like_count", COUNT_OR_NULL,
          "media_count", COUNT_OR_NULL);

  private UserShape() {}

  private record Kind(String words, Predicate<JsonNode> fits) {}

  /** All that is wrong with a user. */
  static List<String> problems(JsonNode user) {
    if (!user.isObject()) {
      return List.of("not a JSON object");
    }
    List<String> problems = new ArrayList<>();
    List.of("id", "username").stream()
        .filter(key -> !user.has(key))
        .forEach(key -> problems.add("no " + key));
    check(user, "", USER, problems);
    if (user.path("public_metrics").isObject()) {
      check(user.get("public_metrics"), "public_metrics.", METRICS, problems);
    }
    return problems;
  }

  private static void check(
      JsonNode object, String path, Map<String, Kind> kinds, List<String> problems) {
    object
        .properties()
        .forEach(
            entry -> {
              Kind kind = kinds.get(entry.getKey());
              if (kind == null) {
                problems.add("unknown key " + path + entry.getKey());
              } else if (!kind.fits().test(entry.getValue())) {
                problems.add(path + entry.getKey() + " is not " + kind.words());
              }
            });
  }

  private static boolean matches(JsonNode node, Pattern pattern) {
    return node.isTextual() && pattern.matcher(node.textValue()).matches();
  }

  private static boolean isCount(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
  }

  private static boolean isQuotedCount(JsonNode node) {
    return isCount(node) || matches(node, ID);
  }

  static boolean isTime(JsonNode node) {
    try {
      return node.isTextual() && Instant.parse(node.textValue()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
