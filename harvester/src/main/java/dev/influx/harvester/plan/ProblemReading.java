package dev.influx.harvester.plan;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes sense of the problems that X lists beside users, whose members are often missing. */
public final class ProblemReading {
  private static final Pattern IN_BRACKETS = Pattern.compile("\\[([A-Za-z0-9_]+)]");
  private static final Set<String> HANDLE_PARAMETERS = Set.of("usernames", "username");
  private static final Set<String> ID_PARAMETERS = Set.of("ids", "id");

  private ProblemReading() {}

  /** A pinned post that is gone is a problem of a user who is there. */
  public static boolean isAboutUser(Problem problem, By by) {
    Set<String> ours = by == By.ID ? ID_PARAMETERS : HANDLE_PARAMETERS;
    return problem.resourceType().map("user"::equals).orElse(true)
        && problem.parameter().map(ours::contains).orElse(true);
  }

  /** Whom the text for people names, where no member does. */
  public static Optional<String> keyInDetail(Problem problem) {
    return problem
        .detail()
        .map(IN_BRACKETS::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }

  /** The type cannot tell: X gives suspended users the type of missing ones. */
  public static Ending ending(Problem problem) {
    String title = problem.title().orElse("");
    String type = problem.type().orElse("");
    boolean missing = type.endsWith("/resource-not-found");
    if (saysSuspended(problem) || (title.equals("Forbidden") && missing)) {
      return Ending.SUSPENDED;
    } else if (title.equals("Forbidden")
        || title.equals("Authorization Error")
        || type.endsWith("/not-authorized-for-resource")) {
      return Ending.FORBIDDEN;
    }
    return missing || title.equals("Not Found Error") ? Ending.NOT_FOUND : Ending.UNAVAILABLE;
  }

  private static boolean saysSuspended(Problem problem) {
    return problem.detail().orElse("").toLowerCase(Locale.ROOT).contains("suspended");
  }
}
