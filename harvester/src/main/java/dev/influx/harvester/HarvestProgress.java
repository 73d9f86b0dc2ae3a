package dev.influx.harvester;

import dev.influx.harvester.plan.Ending;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far a harvester is, at one moment.
 *
 * @param round the present or latest one, from 1; 0 before the first
 * @param completedRounds those that are over
 * @param requested authors to ask for in that round
 * @param endings of those who are done in that round, published and acknowledged
 * @param requests made since the start
 * @param waitingUntil when a rate limit holds requests back
 */
public record HarvestProgress(
    int round,
    int completedRounds,
    int requested,
    Map<Ending, Integer> endings,
    long requests,
    Optional<Instant> waitingUntil) {

  public HarvestProgress {
    endings = Map.copyOf(endings);
    if (endings.values().stream().mapToInt(Integer::intValue).sum() > requested) {
      throw new IllegalArgumentException("more endings than authors: " + endings);
    }
  }

  /** How many authors of the round ended so. */
  public int count(Ending ending) {
    return endings.getOrDefault(ending, 0);
  }

  /** Authors of the round who are not done yet. */
  public int pending() {
    return requested - endings.values().stream().mapToInt(Integer::intValue).sum();
  }

  public boolean firstRoundComplete() {
    return completedRounds > 0;
  }

  /** One line for people; only what there is. */
  public String summary() {
    StringBuilder line = new StringBuilder().append(requested).append(" asked for");
    for (Ending ending : Ending.values()) {
      if (count(ending) > 0) {
        line.append(", ").append(count(ending)).append(' ').append(ending.code().replace('_', ' '));
      }
    }
    return pending() == 0 ? line.toString() : line + ", " + pending() + " open";
  }
}
