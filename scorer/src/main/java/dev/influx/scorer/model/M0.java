package dev.influx.scorer.model;

import dev.influx.schemas.Score;
import dev.influx.schemas.xuser.Badge;
import java.util.Optional;

/** The proxy of before activity metrics existed: followers and badge alone. */
final class M0 implements ScoreModel {
  private static final double POINTS_PER_DECADE = 20;
  private static final double FOLLOWERS_AT_ZERO = 1000;
  private static final double BLUE_BONUS = 10;
  private static final double LEGACY_BONUS = 5;

  @Override
  public String version() {
    return "m0";
  }

  @Override
  public Optional<Score> score(Subject subject) {
    return Optional.ofNullable(subject.profile().getFollowersCount())
        .map(followers -> total(followers, Badge.of(subject.profile())))
        .map(total -> new Score(version(), total, Rounding.oneDecimal(total), null, null, null));
  }

  private static double total(long followers, Badge badge) {
    double reach = POINTS_PER_DECADE * StrictMath.log10(Math.max(followers, 1) / FOLLOWERS_AT_ZERO);
    return Rounding.clamp(reach + bonus(badge));
  }

  private static double bonus(Badge badge) {
    return switch (badge) {
      case BLUE -> BLUE_BONUS;
      case LEGACY -> LEGACY_BONUS;
      case ORG, NONE -> 0;
    };
  }
}
