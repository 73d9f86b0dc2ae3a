package dev.influx.harvester.schedule;

import dev.influx.lists.Domain;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How much news of an author are worth, as one of a few levels: of two authors with the same facts
 * and needs none is ever preferred but for its age. What is not known adds nothing.
 */
public final class Urgency {

  /** Half decades of followers, from 3,000 on. */
  private static final long[] FOLLOWERS = {
    3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000
  };

  /** Half decades of the relative change in a day, from one in a thousand on. */
  private static final double[] CHANGES = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3};

  private static final int MOST_PRIORITY = 9;
  private static final int QUARTERS = 4;
  private static final int MOST_FOR_DOMAIN = 4;

  /** How many levels there are. */
  static final int LEVELS = FOLLOWERS.length + CHANGES.length + MOST_FOR_DOMAIN + 1;

  /** How many ranks there are; the last is that of authors whom no domain wants. */
  static final int RANKS = MOST_PRIORITY * (QUARTERS + 1) + 1;

  private static final double[] WEIGHTS =
      IntStream.range(0, LEVELS).mapToDouble(level -> Math.pow(2, level / 2.0)).toArray();

  private final Map<Domain, DomainNeed> needs;

  /**
   * Urgency under the needs given.
   *
   * @param needs of the domains that have any
   */
  public Urgency(Map<Domain, DomainNeed> needs) {
    this.needs = new EnumMap<>(Domain.class);
    this.needs.putAll(needs);
  }

  /** The place of a new author among the new ones: 0 comes first. Priority first, then the gap. */
  int rank(AuthorFacts facts) {
    return facts.domains().stream()
        .map(needs::get)
        .filter(Objects::nonNull)
        .map(Urgency::rank)
        .min(Comparator.naturalOrder())
        .orElse(RANKS - 1);
  }

  private static int rank(DomainNeed need) {
    int priority = Math.min(need.priority(), MOST_PRIORITY) - 1;
    return priority * (QUARTERS + 1) + QUARTERS - need.quartersMissing();
  }

  /** From 0 to the number of levels less one: two levels double the worth. */
  int level(AuthorFacts facts) {
    int level = forDomain(facts);
    if (facts.followers().isPresent()) {
      long followers = facts.followers().getAsLong();
      for (long bound : FOLLOWERS) {
        level += followers >= bound ? 1 : 0;
      }
    }
    if (facts.volatility().isPresent()) {
      double change = facts.volatility().getAsDouble();
      for (double bound : CHANGES) {
        level += change >= bound ? 1 : 0;
      }
    }
    return level;
  }

  /** Two for the first priority and one for the second, one for each half that is missing. */
  private int forDomain(AuthorFacts facts) {
    return facts.domains().stream()
        .map(needs::get)
        .filter(Objects::nonNull)
        .map(need -> Math.max(0, 3 - need.priority()) + (need.quartersMissing() + 1) / 2)
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  /** How often authors of a level are asked for beyond what everybody gets, in proportion. */
  static double weight(int level) {
    return WEIGHTS[level];
  }
}
