package dev.influx.harvester.forecast;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.budget.Allowance;
import dev.influx.harvester.budget.Money;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What asking once for a number of authors takes when nothing goes wrong and every one of them is
 * billed.
 *
 * @param batchesById requests to the endpoint that takes ids
 * @param batchesByHandle requests to the one that takes handles
 * @param reads billed users at worst
 * @param cost of them
 * @param time from the first request to the last answer, the waits for limits included; nothing
 *     where the limits never let all through
 * @param affordable how many of the reads are within the budget
 * @param obstacles what stands in the way; none where all can be done
 */
public record Estimate(
    long batchesById,
    long batchesByHandle,
    long reads,
    Money cost,
    Optional<Duration> time,
    long affordable,
    Set<Obstacle> obstacles) {

  public Estimate {
    obstacles = Set.copyOf(obstacles);
  }

  /** Why not everything can be done. */
  public enum Obstacle {
    /** More users may be billed than the budget has reads. */
    READS,
    /** They may cost more than the budget has money. */
    COST,
    /** An endpoint lets no request through at all. */
    LIMITS
  }

  /**
   * The estimate for work that starts now.
   *
   * @param alreadyBilled how many of the authors cost nothing any more today
   * @param allowance what is left of the budget, whose prices count
   */
  public static Estimate of(Work work, long alreadyBilled, Limits limits, Allowance allowance) {
    long reads = Math.max(0, work.authors() - alreadyBilled);
    Money cost = allowance.prices().of(reads);
    Optional<Duration> time = Rehearsal.time(work, limits);
    return new Estimate(
        work.batches(By.ID),
        work.batches(By.HANDLE),
        reads,
        cost,
        time,
        Math.min(reads, allowance.users().orElse(reads)),
        obstacles(reads, cost, time, allowance));
  }

  private static Set<Obstacle> obstacles(
      long reads, Money cost, Optional<Duration> time, Allowance allowance) {
    Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
    if (reads > allowance.reads().orElse(reads)) {
      obstacles.add(Obstacle.READS);
    }
    if (allowance.money().filter(money -> cost.compareTo(money) > 0).isPresent()) {
      obstacles.add(Obstacle.COST);
    }
    if (time.isEmpty()) {
      obstacles.add(Obstacle.LIMITS);
    }
    return obstacles;
  }

  /** Whether budget and limits allow all of it. */
  public boolean isPossible() {
    return obstacles.isEmpty();
  }

  /**
   * On how many UTC days it would have to be spent, where the budget is one for each day; nothing
   * where it is never enough.
   *
   * @param daily the budget of a whole day
   */
  public OptionalLong days(Allowance daily) {
    long rest = reads - affordable;
    long perDay = daily.users().orElse(Long.MAX_VALUE);
    if (rest == 0) {
      return OptionalLong.of(1);
    }
    return perDay == 0 ? OptionalLong.empty() : OptionalLong.of(1 + (rest - 1) / perDay + 1);
  }
}
