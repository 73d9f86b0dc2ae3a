package dev.influx.simulator;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A part of a user object, under its name in either dialect. */
enum UserField {
  ID("id"),
  NAME("name"),
  USERNAME("username"),
  CREATED_AT("created_at"),
  DESCRIPTION("description"),
  LOCATION("location"),
  URL("url"),
  ENTITIES("entities"),
  PROFILE_IMAGE_URL("profile_image_url"),
  PROFILE_BANNER_URL("profile_banner_url"),
  PROTECTED("protected"),
  VERIFIED("verified"),
  VERIFIED_TYPE("verified_type"),
  PARODY("parody"),
  IS_IDENTITY_VERIFIED("is_identity_verified"),
  SUBSCRIPTION_TYPE("subscription_type"),
  VERIFIED_FOLLOWERS_COUNT("verified_followers_count"),
  PUBLIC_METRICS("public_metrics"),
  AFFILIATION("affiliation"),
  PINNED("pinned_tweet_id", "pinned_post_id"),
  MOST_RECENT("most_recent_tweet_id", "most_recent_post_id"),
  WITHHELD("withheld");

  /** The legacy name of the one expansion that is not called like its field. */
  private static final String AFFILIATION_EXPANSION = "affiliation.user_id";

  private final String legacy;
  private final String post;

  UserField(String name) {
    this(name, name);
  }

  UserField(String legacy, String post) {
    this.legacy = legacy;
    this.post = post;
  }

  String wire(Dialect dialect) {
    return dialect.choose(legacy, post);
  }

  /** What the field is called in the object with an id. */
  List<String> names(Dialect dialect, String id) {
    return dialect.names(legacy, post, id);
  }

  /** What is answered unasked. */
  static Set<UserField> defaults() {
    return EnumSet.of(ID, NAME, USERNAME);
  }

  static Optional<UserField> ofField(String name) {
    return Stream.of(values())
        .filter(field -> field.legacy.equals(name) || field.post.equals(name))
        .findFirst();
  }

  /** An expansion makes the field appear that it expands. */
  static Optional<UserField> ofExpansion(String name) {
    return name.equals(AFFILIATION_EXPANSION)
        ? Optional.of(AFFILIATION)
        : ofField(name).filter(EnumSet.of(AFFILIATION, PINNED, MOST_RECENT)::contains);
  }
}
