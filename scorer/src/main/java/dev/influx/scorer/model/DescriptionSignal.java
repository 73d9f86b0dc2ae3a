package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much a bio says. */
final class DescriptionSignal implements Signal {
  private static final int SHORTEST_MENTION = 2;
  private static final String FILLER = "-".repeat(60);

  private final Rule.Description rule;
  private final int roleWords;

  DescriptionSignal(Rule.Description rule, int roleWords) {
    this.rule = rule;
    this.roleWords = roleWords;
  }

  @Override
  public double yieldOf(Facts facts) {
    Wording wording = facts.wording();
    if (!wording.knowsBio()) {
      return rule.unknown();
    }
    return wording.hasBio() ? Math.min(1, saying(wording)) : rule.base();
  }

  private double saying(Wording wording) {
    String bio = wording.bio();
    int length = bio.codePointCount(0, bio.length());
    return rule.base()
        + rule.length() * (1 - StrictMath.exp(-length / rule.lengthScale()))
        + (namesRole(wording) ? rule.roleWord() : 0)
        + (mentions(bio) ? rule.mention() : 0)
        + (links(bio) ? rule.link() : 0);
  }

  private boolean namesRole(Wording wording) {
    return wording.inBio().count(roleWords) > 0;
  }

  private static boolean links(String bio) {
    return bio.contains("http");
  }

  /** An @ with at least two of a handle's characters after it. */
  private static boolean mentions(String bio) {
    for (int at = bio.indexOf('@'); at >= 0; at = bio.indexOf('@', at + 1)) {
      int end = at + 1;
      while (end < bio.length() && end <= at + SHORTEST_MENTION && isOfHandle(bio.charAt(end))) {
        end++;
      }
      if (end - at > SHORTEST_MENTION) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfHandle(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  @Override
  public Seen seen(Facts facts) {
    Wording wording = facts.wording();
    if (!wording.knowsBio()) {
      String treatment = String.format(Locale.ROOT, "not known: yields %.2f", rule.unknown());
      return Seen.unknown("bio", treatment);
    }
    return Seen.known("bio", wording.hasBio() ? described(wording) : "empty");
  }

  private String described(Wording wording) {
    String bio = wording.bio();
    List<String> signs = new ArrayList<>();
    signs.add(bio.codePointCount(0, bio.length()) + " characters");
    wording.inBio().terms(roleWords, true).stream().limit(1).forEach(signs::add);
    if (mentions(bio)) {
      signs.add("a mention");
    }
    if (links(bio)) {
      signs.add("a link");
    }
    return String.join(", ", signs);
  }

  @Override
  public List<Change> changes(Facts facts) {
    String role = rule.roleWords().get(0);
    return List.of(
        Changes.bioWith("a role in the bio, such as " + role, role, facts.subject()),
        Changes.bioWith("a mention in the bio", "@who", facts.subject()),
        Changes.bioWith("a link in the bio", "https:", facts.subject()),
        Changes.bioWith("a longer bio", FILLER, facts.subject()));
  }
}
