package dev.influx.lists.rules;

import dev.influx.lists.canonical.Written;
import java.util.List;
import java.util.Locale;

/**
 * What makes an author a risk to whoever relies on the list.
 *
 * @param excludingFlags so many categories exclude together, whatever their severity
 */
public record RiskRules(
    String id, String description, long excludingFlags, List<Category> categories) {

  public RiskRules {
    categories = List.copyOf(categories);
  }

  /**
   * One kind of risk.
   *
   * @param name as in the code of its finding, such as nsfw in risk_nsfw
   * @param threshold what the signals must weigh together
   * @param exceptions handles that it does not apply to
   */
  public record Category(
      String name,
      Severity severity,
      double threshold,
      List<Signal> signals,
      List<String> exceptions) {

    public Category {
      signals = List.copyOf(signals);
      exceptions = List.copyOf(exceptions);
    }
  }

  /** What a finding leads to. */
  public enum Severity implements Written.AsScalar {
    /** The author is refused. */
    EXCLUDE,
    /** The author is marked, for a person to look at. */
    REVIEW;

    @Override
    public String scalar() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
