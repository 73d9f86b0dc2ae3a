package dev.influx.app.report;

import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.util.EnumSet;
import java.util.Set;

/** Something that models look at, and that may be unknown of an author. */
public enum Fact {
  NAME("name"),
  BIO("bio"),
  CREATED_AT("created_at"),
  BADGE("badge"),
  FOLLOWERS("followers"),
  FOLLOWING("following"),
  TWEETS("tweets"),
  LISTED("listed"),
  LIKES_GIVEN("likes_given"),
  MEDIA("media"),
  /** X does not tell authors without one from those of whom it says nothing. */
  PINNED_POST("pinned_post"),
  DOMAIN("domain");

  private final String code;

  Fact(String code) {
    this.code = code;
  }

  /** As models and explanations call it. */
  public String code() {
    return code;
  }

  /** What is known of an author whose profile could be seen. */
  static Set<Fact> of(RawProfile seen) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (Fact fact : values()) {
      if (fact.known(seen, seen.getProfile())) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private boolean known(RawProfile seen, Profile profile) {
    return switch (this) {
      case NAME -> profile.getName() != null;
      case BIO -> profile.getDescription() != null;
      case CREATED_AT -> profile.getCreatedAt() != null;
      case BADGE -> profile.getVerifiedType() != null || profile.getVerified() != null;
      case FOLLOWERS -> profile.getFollowersCount() != null;
      case FOLLOWING -> profile.getFollowingCount() != null;
      case TWEETS -> profile.getTweetCount() != null;
      case LISTED -> profile.getListedCount() != null;
      case LIKES_GIVEN -> profile.getLikesGiven() != null;
      case MEDIA -> profile.getMediaCount() != null;
      case PINNED_POST -> profile.getPinnedPostId() != null;
      case DOMAIN -> seen.getDomain() != null;
    };
  }
}
