package dev.influx.schemas.xuser;

import dev.influx.schemas.Profile;

/** The badge an author wears, as the published record names it. */
public enum Badge {
  BLUE("blue"),
  ORG("org"),
  LEGACY("legacy"),
  NONE("none");

  private final String code;

  Badge(String code) {
    this.code = code;
  }

  /** The name in published records. */
  public String code() {
    return code;
  }

  /** A type that X names decides; without one, the old plain tick makes a legacy badge. */
  public static Badge of(Profile profile) {
    String type = profile.getVerifiedType() == null ? "none" : profile.getVerifiedType();
    return switch (type) {
      case "blue" -> BLUE;
      case "business", "government", "org" -> ORG;
      default -> Boolean.TRUE.equals(profile.getVerified()) ? LEGACY : NONE;
    };
  }
}
