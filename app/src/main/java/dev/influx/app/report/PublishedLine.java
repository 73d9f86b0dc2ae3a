package dev.influx.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.app.evaluate.ImportedLine;
import dev.influx.app.evaluate.Origin;
import dev.influx.lists.Domain;
import dev.influx.schemas.Activity;
import dev.influx.schemas.RateBasis;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a published list. What it says of an author is read as if X had said it, so that the
 * same rules hold: what is absent is not known, and what is not of its kind is refused.
 */
final class PublishedLine {
  private static final double HIGHEST_SCORE = 100;

  /** Keys of the published metrics, and what X calls the same. */
  private static final Map<String, String> METRICS =
      Map.of(
          "following_count", "following_count",
          "tweet_count", "tweet_count",
          "listed_count", "listed_count",
          "total_like_count", "like_count",
          "media_count", "media_count");

  private final JsonNode author;
  private final JsonNode meta;
  private final JsonNode metrics;

  PublishedLine(JsonNode author) {
    this.author = author;
    this.meta = author.path("meta");
    this.metrics = author.path("ext").path("activity_metrics");
  }

  /** Whether it has what every published author has, and no user object of X. */
  static boolean isOne(JsonNode line) {
    return line.has("handle") && line.path("meta").has("score");
  }

  Listed read(Origin origin, String line, long number) throws UnableToReadLineException {
    if (!isOne(author)) {
      throw new UnableToReadLineException("no published author: handle or meta.score is missing");
    }
    UserReading reading = UserObject.read(user());
    if (reading instanceof UserReading.Author known) {
      Origin refreshed = new Origin(origin.file(), origin.uri(), lastRefresh());
      RawProfile seen = source(refreshed, line, number).observation(known, user());
      return new Listed(seen, pace(), score(), policy());
    }
    UserReading.Unreadable unreadable = (UserReading.Unreadable) reading;
    throw new UnableToReadLineException(String.join("; ", unreadable.problems()));
  }

  private static ImportedLine source(Origin origin, String line, long number) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return ImportedLine.of(origin, number, bytes, 0, bytes.length);
  }

  private ObjectNode user() {
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    user.set("id", author.get("id"));
    user.set("username", author.get("handle"));
    for (String same : new String[] {"name", "description", "url", "created_at", "topic_tags"}) {
      user.set(same, author.get(same));
    }
    user.set("pinned_tweet_id", metrics.get("pinned_tweet_id"));
    ObjectNode counts = user.putObject("public_metrics");
    counts.set("followers_count", author.get("followers_count"));
    METRICS.forEach((published, ofX) -> counts.set(ofX, metrics.get(published)));
    domain().ifPresent(domain -> user.put("domain", domain.id()));
    badge(user);
    return user;
  }

  /** A legacy badge is the one without a type. */
  private void badge(ObjectNode user) {
    String badge = author.path("verified").asText("none");
    user.put("verified", !badge.equals("none"));
    user.put("verified_type", badge.equals("legacy") ? "none" : badge);
  }

  /** Of the tags, the one that a person assigned as the domain. */
  private Optional<Domain> domain() {
    for (JsonNode tag : author.path("topic_tags")) {
      Optional<Domain> domain = Domain.find(tag.asText());
      if (domain.isPresent()) {
        return domain;
      }
    }
    return Optional.empty();
  }

  private Instant lastRefresh() throws UnableToReadLineException {
    try {
      return Instant.parse(meta.path("last_refresh_at").asText());
    } catch (DateTimeParseException e) {
      throw new UnableToReadLineException("meta.last_refresh_at is not an instant");
    }
  }

  private Activity pace() {
    return Activity.newBuilder()
        .setTweetsPerDay(number(metrics, "tweets_per_day"))
        .setTweetsPerDayBasis(basis())
        .setFollowersGrowth30d(number(metrics, "followers_growth_30d"))
        .build();
  }

  private RateBasis basis() {
    return switch (metrics.path("tweets_per_day_basis").asText("").toLowerCase(Locale.ROOT)) {
      case "window" -> RateBasis.WINDOW;
      case "lifetime" -> RateBasis.LIFETIME;
      default -> null;
    };
  }

  private Score score() throws UnableToReadLineException {
    Double score = number(meta, "score");
    if (score == null || !(score >= 0 && score <= HIGHEST_SCORE)) {
      throw new UnableToReadLineException("meta.score is not a number from 0 to 100");
    }
    return Score.newBuilder()
        .setVersion(meta.path("score_version").asText("unknown"))
        .setTotal(score)
        .setRounded(score)
        .setActivity(number(meta, "activity_score"))
        .setQuality(number(meta, "quality_score"))
        .setRelevance(number(meta, "relevance_score"))
        .build();
  }

  private Optional<PolicyName> policy() {
    return Optional.ofNullable(meta.path("policy_sha256").textValue())
        .map(sha256 -> new PolicyName(Optional.empty(), sha256));
  }

  private static Double number(JsonNode object, String key) {
    JsonNode number = object.path(key);
    return number.isNumber() ? number.doubleValue() : null;
  }

  /** The line is JSON, and not a published author. */
  static final class UnableToReadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    UnableToReadLineException(String reason) {
      super(reason);
    }
  }
}
