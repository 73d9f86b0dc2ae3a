package dev.influx.validator;

import dev.influx.lists.rules.AuthenticityRules.Copies;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.validator.claims.Kind;
import java.util.Optional;

/** Nobody else may have the same numbers or the same beginning, nor hold the handle. */
final class ClashGate implements Gate {
  private static final String COPIED = "copied_metrics";

  private final Copies copies;

  ClashGate(Copies copies) {
    this.copies = copies;
  }

  @Override
  public void examine(Examined author, Findings findings) {
    for (Clash clash : author.clashes()) {
      finding(author.profile(), clash).ifPresent(findings::refuse);
    }
  }

  private Optional<Finding> finding(Profile profile, Clash clash) {
    return switch (Kind.of(clash.getFingerprint())) {
      case HANDLE -> Optional.of(reassigned(profile, clash));
      case CREATED ->
          Optional.of(sameSecond(profile, clash)).filter(counts -> copies.sameSecond().isYes());
      case NUMBERS ->
          Optional.of(sameNumbers(profile, clash))
              .filter(counts -> profile.getTweetCount() >= copies.numbersFromTweets());
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
