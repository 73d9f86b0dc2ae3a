package dev.influx.harvester.api;

import java.util.Locale;

/**
 * The vocabulary that requests are made in; answers are read in both. Fields that only the author's
 * own token may see are never asked for, nor expansions, because X bills them.
 */
public enum Dialect {
  /** The names up to version 2.166 of the API description. */
  LEGACY(
      "affiliation,created_at,description,entities,id,is_identity_verified,location,"
          + "most_recent_tweet_id,name,parody,pinned_tweet_id,profile_banner_url,"
          + "profile_image_url,protected,public_metrics,url,username,verified,"
          + "verified_followers_count,verified_type,withheld"),
  /** The names since version 2.167. */
  POST(
      "created_at,description,entities,id,is_identity_verified,location,name,parody,"
          + "profile_banner_url,profile_image_url,protected,public_metrics,url,username,"
          + "verified,verified_followers_count,verified_type,withheld");

  private final String userFields;

  Dialect(String userFields) {
    this.userFields = userFields;
  }

  /** The word in configurations and records. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String userFields() {
    return userFields;
  }
}
