package dev.influx.validator;

import dev.influx.lists.policies.Policy;
import dev.influx.lists.rules.EntryThresholds;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.util.List;

/** Enough followers, and fewer are enough with a badge. */
final class EntryGate implements Gate {
  private static final String CODE = "below_entry_threshold";

  @Override
  public List<Finding> examine(RawProfile observation, Policy policy) {
    Profile profile = observation.getProfile();
    return profile == null ? List.of() : examine(profile, policy.entry());
  }

  private static List<Finding> examine(Profile profile, EntryThresholds thresholds) {
    boolean badge = wearsBadge(profile);
    long needed = badge ? thresholds.verifiedMinFollowers() : thresholds.minFollowers();
    String rule = badge ? "entry.verified_min_followers" : "entry.min_followers";
    Long followers = profile.getFollowersCount();
    if (followers == null) {
      return List.of(new Finding(CODE, rule, "number of followers unknown"));
    }
    return followers >= needed
        ? List.of()
        : List.of(new Finding(CODE, rule, shortfall(needed - followers)));
  }

  private static boolean wearsBadge(Profile profile) {
    String type = profile.getVerifiedType();
    return type != null && !type.isEmpty() && !type.equals("none");
  }

  private static String shortfall(long missing) {
    return grouped(missing) + " followers short of the entry threshold";
  }

  /** By hand: a formatter takes longer than all gates together. */
  private static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }
}
