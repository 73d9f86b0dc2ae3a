package dev.influx.sink.record;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.schemas.Activity;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RateBasis;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Source;
import dev.influx.schemas.published.JsonFields;
import dev.influx.schemas.published.JsonText;
import dev.influx.schemas.published.ProvenanceHash;
import dev.influx.schemas.xuser.Badge;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The published form of an author: one line of JSON in UTF-8. Every key is always there and always
 * in the same place; what is not known is null. The same author in the same place is the same
 * bytes, wherever the line is written.
 */
public final class AuthorLine {
  private static final HexFormat HEX = HexFormat.of();

  private AuthorLine() {}

  /** The bytes of the line, without the line feed that ends it. */
  public static byte[] of(RankedAuthor ranked) {
    return JsonText.write(json -> write(ranked, json));
  }

  private static void write(RankedAuthor ranked, JsonGenerator json) throws IOException {
    ScoredProfile author = ranked.author();
    Profile profile = author.getProfile();
    JsonFields fields = new JsonFields(json);
    json.writeStartObject();
    fields.text("id", author.getId()).text("handle", profile.getHandle());
    fields.text("name", profile.getName()).text("verified", Badge.of(profile).code());
    fields.count("followers_count", profile.getFollowersCount());
    // Whom the gates call either is not in the topic of accepted authors.
    fields.flag("is_org", false).flag("is_official", false);
    fields.text("lang_primary", author.getLangPrimary());
    topicTags(author.getDomain(), json);
    fields.text("description", profile.getDescription()).text("url", profile.getUrl());
    fields.time("created_at", profile.getCreatedAt());
    meta(ranked, fields.object("meta"));
    ext(author, fields.object("ext"));
    fields.end();
  }

  private static void topicTags(String domain, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("topic_tags");
    if (domain != null) {
      json.writeString(domain);
    }
    json.writeEndArray();
  }

  private static void meta(RankedAuthor ranked, JsonFields fields) throws IOException {
    ScoredProfile author = ranked.author();
    score(author.getScore(), fields);
    fields.text("policy_sha256", HEX.formatHex(author.getPolicy().getSha256().bytes()));
    fields.count("rank_global", ranked.rankGlobal());
    rankByTopic(ranked, fields);
    fields.time("last_refresh_at", author.getObservedAt()).time("last_active_at", null);
    // Only what a policy let in is in the topic of accepted authors.
    fields.flag("entry_threshold_passed", true);
    fields.score("previous_score", ranked.previousScore().orElse(null));
    sources(author, fields);
    fields.text("provenance_hash", ProvenanceHash.of(ProvenanceHash.Facts.of(author))).end();
  }

  private static void score(Score score, JsonFields fields) throws IOException {
    fields
        .score("score", score.getRounded())
        .score("quality_score", score.getQuality())
        .score("activity_score", score.getActivity())
        .score("relevance_score", score.getRelevance())
        .text("score_version", score.getVersion());
  }

  private static void rankByTopic(RankedAuthor ranked, JsonFields fields) throws IOException {
    String domain = ranked.author().getDomain();
    if (domain == null) {
      fields.text("rank_by_topic", null);
    } else {
      fields.object("rank_by_topic").count(domain, ranked.rankInDomain()).end();
    }
  }

  private static void sources(ScoredProfile author, JsonFields fields) throws IOException {
    JsonGenerator json = fields.json();
    json.writeArrayFieldStart("sources");
    for (Source source : author.getSources()) {
      json.writeStartObject();
      fields.text("method", source.getMethod()).time("fetched_at", source.getFetchedAt());
      fields.text("evidence", source.getEvidence()).end();
    }
    json.writeEndArray();
  }

  private static void ext(ScoredProfile author, JsonFields fields) throws IOException {
    activity(author, fields.object("activity_metrics"));
    Lineage lineage = author.getLineage();
    fields
        .object("lineage")
        .text("topic", lineage.getTopic())
        .count("partition", (long) lineage.getPartition())
        .count("offset", lineage.getOffset())
        .end();
    fields.end();
  }

  private static void activity(ScoredProfile author, JsonFields fields) throws IOException {
    Profile profile = author.getProfile();
    Activity activity = author.getActivity();
    fields
        .count("tweet_count", profile.getTweetCount())
        .count("total_like_count", profile.getLikesGiven())
        .count("media_count", profile.getMediaCount())
        .count("listed_count", profile.getListedCount())
        .count("following_count", profile.getFollowingCount())
        .time("account_created_at", profile.getCreatedAt())
        .text("pinned_tweet_id", profile.getPinnedPostId())
        .exact("tweets_per_day", activity.getTweetsPerDay())
        .text("tweets_per_day_basis", basis(activity.getTweetsPerDayBasis()))
        .exact("followers_growth_30d", activity.getFollowersGrowth30d())
        .time("last_captured_at", author.getObservedAt())
        .end();
  }

  /** A basis that this release does not know is not one that it may name. */
  private static String basis(RateBasis basis) {
    return basis == null || basis == RateBasis.UNKNOWN
        ? null
        : basis.name().toLowerCase(Locale.ROOT);
  }
}
