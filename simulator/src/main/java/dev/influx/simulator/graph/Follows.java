package dev.influx.simulator.graph;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.Population.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Who follows whom. The population sits in a ring. Everybody looks some way along it, the further
 * the more it follows in all, and follows some of those it sees: the rather the more followers they
 * have, and mostly those of its own domain. So both directions are walked alike, and a user is met
 * once at most.
 */
public final class Follows {

  private static final int LONGEST_REACH = 20_000;
  private static final double FOLLOWING_FOR_LONGEST_REACH = 6_000;
  private static final double FOLLOWERS_FOR_ALL = 200_000;
  private static final double FAME_PER_FOLLOWERS = 0.6;
  private static final double FROM_ELSEWHERE = 0.03;

  /** Around those who came later. */
  private static final Page<Integer> NOBODY = new Page<>(List.of(), OptionalLong.empty());

  private final Population population;
  private final Ring ring;
  private final Dice dice;
  private final int longestReach;

  private Follows(Population population, long seed) {
    this.population = population;
    this.ring = new Ring(population.size(), seed);
    this.dice = new Dice(seed);
    this.longestReach = Math.min(population.size() - 1, LONGEST_REACH);
  }

  public static Follows of(Population population, long seed) {
    return new Follows(population, seed);
  }

  @FunctionalInterface
  private interface Step {
    /** Whom a number of seats leads to, or nobody if that is less than 0. */
    int place(long distance);
  }

  /**
   * Those that a user follows.
   *
   * @param place of the user
   * @param from 0, or where the page before has this one begin
   */
  public Page<Integer> following(int place, long from, int most) {
    if (place >= population.size()) {
      return NOBODY;
    }
    Outline follower = population.outline(place);
    long seat = ring.seat(place);
    int reach = reach(follower);
    return page(
        from,
        reach,
        most,
        distance -> {
          int other = ring.place(seat + distance);
          return follows(place, follower, other, population.outline(other)) ? other : -1;
        });
  }

  /** Those that follow a user. */
  public Page<Integer> followers(int place, long from, int most) {
    if (place >= population.size()) {
      return NOBODY;
    }
    Outline followed = population.outline(place);
    double fame = fame(followed);
    long seat = ring.seat(place);
    return page(
        from,
        longestReach,
        most,
        distance -> {
          int other = ring.place(seat - distance);
          if (dice.roll(other, place) >= fame) {
            return -1;
          }
          Outline follower = population.outline(other);
          boolean follows =
              distance <= reach(follower) && follows(other, follower, place, followed);
          return follows ? other : -1;
        });
  }

  private static Page<Integer> page(long from, int last, int most, Step step) {
    List<Integer> found = new ArrayList<>();
    for (long distance = from + 1; distance <= last; distance++) {
      int place = step.place(distance);
      if (place >= 0 && found.size() == most) {
        return new Page<>(found, OptionalLong.of(distance - 1));
      } else if (place >= 0) {
        found.add(place);
      }
    }
    return new Page<>(found, OptionalLong.empty());
  }

  private boolean follows(int follower, Outline one, int followed, Outline other) {
    boolean near = !one.domain().isEmpty() && one.domain().equals(other.domain());
    return dice.roll(follower, followed) < fame(other) * (near ? 1 : FROM_ELSEWHERE);
  }

  private int reach(Outline follower) {
    double share = Math.min(1, follower.following() / FOLLOWING_FOR_LONGEST_REACH);
    return (int) Math.ceil(longestReach * share);
  }

  private static double fame(Outline followed) {
    double share = Math.min(1, (followed.followers() + 1) / FOLLOWERS_FOR_ALL);
    return StrictMath.pow(share, FAME_PER_FOLLOWERS);
  }
}
