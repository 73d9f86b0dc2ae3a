package dev.influx.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One column of an export as a table, and where it comes from in a published line. */
record Column(String name, String pointer, Kind kind) {
  /** In the order in which they are written; names stay as they are. */
  static final List<Column> ALL =
      List.of(
          text("id", "/id"),
          text("handle", "/handle"),
          text("name", "/name"),
          text("verified", "/verified"),
          whole("followers_count", "/followers_count"),
          text("lang_primary", "/lang_primary"),
          text("domain", "/topic_tags/0"),
          text("description", "/description"),
          text("url", "/url"),
          text("created_at", "/created_at"),
          number("score", "/meta/score"),
          number("quality_score", "/meta/quality_score"),
          number("activity_score", "/meta/activity_score"),
          number("relevance_score", "/meta/relevance_score"),
          text("score_version", "/meta/score_version"),
          text("policy_sha256", "/meta/policy_sha256"),
          whole("rank_global", "/meta/rank_global"),
          number("previous_score", "/meta/previous_score"),
          text("last_refresh_at", "/meta/last_refresh_at"),
          text("provenance_hash", "/meta/provenance_hash"),
          whole("tweet_count", "/ext/activity_metrics/tweet_count"),
          whole("following_count", "/ext/activity_metrics/following_count"),
          whole("listed_count", "/ext/activity_metrics/listed_count"),
          number("tweets_per_day", "/ext/activity_metrics/tweets_per_day"));

  /** What the values of a column are. */
  enum Kind {
    TEXT,
    WHOLE,
    NUMBER
  }

  private static Column text(String name, String pointer) {
    return new Column(name, pointer, Kind.TEXT);
  }

  private static Column whole(String name, String pointer) {
    return new Column(name, pointer, Kind.WHOLE);
  }

  private static Column number(String name, String pointer) {
    return new Column(name, pointer, Kind.NUMBER);
  }

  /** Missing or null where it is not known. */
  JsonNode in(JsonNode author) {
    return author.at(pointer);
  }
}
