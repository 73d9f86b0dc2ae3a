package dev.influx.validator;

import dev.influx.lists.rules.IdentityRules;
import dev.influx.schemas.Availability;
import dev.influx.schemas.RawProfile;
import java.util.Locale;

/** Only an author who can be seen may be in the list. */
final class AvailabilityGate implements Gate {
  private final IdentityRules rules;

  AvailabilityGate(IdentityRules rules) {
    this.rules = rules;
  }

  @Override
  public void examine(Examined author, Findings findings) {
    Availability seen = seen(author);
    boolean visible =
        switch (seen) {
          case AVAILABLE -> author.profile() != null;
          case PROTECTED -> rules.allowProtected().isYes() && author.profile() != null;
          case WITHHELD -> rules.allowWithheld().isYes() && author.profile() != null;
          case UNKNOWN, SUSPENDED, DELETED, FORGOTTEN -> false;
        };
    if (!visible) {
      findings.refuse(code(seen), "availability", evidence(author, seen));
    }
  }

  /** A profile may say more than what the whole answer was filed under. */
  private static Availability seen(Examined author) {
    RawProfile observation = author.observation();
    if (observation.getAvailability() != Availability.AVAILABLE || author.profile() == null) {
      return observation.getAvailability();
    }
    if (Boolean.TRUE.equals(author.profile().getProtected$())) {
      return Availability.PROTECTED;
    }
    return author.profile().getWithheldIn().isEmpty()
        ? Availability.AVAILABLE
        : Availability.WITHHELD;
  }

  private static String code(Availability seen) {
    return "unavailable_" + word(seen);
  }

  private static String word(Availability seen) {
    return seen.name().toLowerCase(Locale.ROOT);
  }

  private static String evidence(Examined author, Availability seen) {
    String where =
        seen == Availability.WITHHELD && author.profile() != null
            ? " in " + String.join(", ", author.profile().getWithheldIn())
            : "";
    return word(seen) + where + " as of " + author.observation().getFetchedAt();
  }
}
