package dev.influx.bench.load;

import dev.influx.schemas.Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The user object as the API would have answered it, about 500 bytes of JSON or more. */
final class Answer {
  private Answer() {}

  static ByteBuffer of(String id, Profile profile) {
    StringBuilder json = new StringBuilder(800).append("{\"id\":\"").append(id).append('"');
    text(json, "username", profile.getHandle());
    text(json, "name", profile.getName());
    text(json, "description", profile.getDescription());
    text(json, "location", profile.getLocation());
    text(json, "url", profile.getUrl());
    text(json, "created_at", profile.getCreatedAt().toString());
    text(json, "verified_type", profile.getVerifiedType());
    text(json, "pinned_tweet_id", profile.getPinnedPostId());
    json.append(",\"verified\":").append(profile.getVerified());
    json.append(",\"protected\":").append(profile.getProtected$());
    json.append(",\"public_metrics\":{\"followers_count\":").append(profile.getFollowersCount());
    number(json, "following_count", profile.getFollowingCount());
    number(json, "tweet_count", profile.getTweetCount());
    number(json, "listed_count", profile.getListedCount());
    number(json, "like_count", profile.getLikesGiven());
    number(json, "media_count", profile.getMediaCount());
    return ByteBuffer.wrap(json.append("}}").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void text(StringBuilder json, String name, String value) {
    if (value != null) {
      json.append(",\"").append(name).append("\":\"").append(value).append('"');
    }
  }

  private static void number(StringBuilder json, String name, long value) {
    json.append(",\"").append(name).append("\":").append(value);
  }
}
