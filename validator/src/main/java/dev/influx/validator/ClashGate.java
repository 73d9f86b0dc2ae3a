package dev.influx.validator;

import dev.influx.schemas.Clash;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.validator.claims.Kind;
import java.util.List;

/** Nobody else may have the same numbers or the same beginning, nor hold the handle. */
final class ClashGate {
  private static final String COPIED = "copied_metrics";

  private ClashGate() {}

  /**
   * @param clashes of claims that this very observation makes
   */
  static List<Finding> examine(RawProfile observation, List<Clash> clashes) {
    return clashes.isEmpty()
        ? List.of()
        : clashes.stream().map(clash -> finding(observation.getProfile(), clash)).toList();
  }

  private static Finding finding(Profile profile, Clash clash) {
    return switch (Kind.of(clash.getFingerprint())) {
      case HANDLE -> reassigned(profile, clash);
      case CREATED -> sameSecond(profile, clash);
      case NUMBERS -> sameNumbers(profile, clash);
    };
  }

  private static Finding reassigned(Profile profile, Clash clash) {
    return new Finding(
        "handle_reassigned",
        "identity.handle",
        "@" + profile.getHandle() + " is held by id " + clash.getOther() + ", seen later");
  }

  private static Finding sameSecond(Profile profile, Clash clash) {
    return new Finding(
        COPIED,
        "copies.same_second",
        "created in the same second (" + profile.getCreatedAt() + ") as id " + clash.getOther());
  }

  private static Finding sameNumbers(Profile profile, Clash clash) {
    String numbers =
        "following %d, tweets %d, listed %d, likes %d, media %d"
            .formatted(
                profile.getFollowingCount(),
                profile.getTweetCount(),
                profile.getListedCount(),
                profile.getLikesGiven(),
                profile.getMediaCount());
    return new Finding(
        COPIED, "copies.numbers", "the same numbers (" + numbers + ") as id " + clash.getOther());
  }
}
