package dev.influx.validator;

import dev.influx.lists.rules.EntryThresholds;
import dev.influx.schemas.Profile;

/** Enough followers, and fewer are enough with a badge. */
final class EntryGate implements Gate {
  private static final String CODE = "below_entry_threshold";

  private final EntryThresholds thresholds;

  EntryGate(EntryThresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public void examine(Examined author, Findings findings) {
    boolean badge = wearsBadge(author.profile());
    long needed = badge ? thresholds.verifiedMinFollowers() : thresholds.minFollowers();
    String rule = badge ? "entry.verified_min_followers" : "entry.min_followers";
    Long followers = author.profile().getFollowersCount();
    if (followers == null) {
      findings.refuse(CODE, rule, "number of followers unknown");
    } else if (followers < needed) {
      findings.refuse(CODE, rule, shortfall(needed - followers));
    }
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
