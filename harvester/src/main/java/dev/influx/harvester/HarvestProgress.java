package dev.influx.harvester;

import dev.influx.harvester.budget.Money;
import dev.influx.harvester.plan.Ending;
import dev.influx.runtime.Explained;
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
 * @param unreached authors of whom nothing could be learnt since the start: X was not available
 * @param batches of that round that are done, and how many of them failed for good
 * @param spent for users who were returned, as far as it is known here
 * @param requests made since the start
 * @param waitingUntil when a rate limit holds requests back
 */
public record HarvestProgress(
    int round,
    int completedRounds,
    int requested,
    Map<Ending, Integer> endings,
    int unreached,
    Batches batches,
    Spent spent,
    long requests,
    Optional<Instant> waitingUntil) {

  public HarvestProgress {
    endings = Map.copyOf(endings);
    if (endings.values().stream().mapToInt(Integer::intValue).sum() > requested) {
      throw new IllegalArgumentException("more endings than authors: " + endings);
    }
  }

  /** Requests with all their repetitions. */
  public record Batches(int done, int failed) {
    private static final int MOST_FAILED = 10;

    /** Whether more than a tenth failed: then the round is no success. */
    boolean areFailure() {
      return failed * MOST_FAILED > done;
    }
  }

  /** What X asks for its answers. */
  public record Spent(long reads, Money cost) {}

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

  /** Every author was asked for, and X told what became of them. */
  public boolean allReached() {
    return firstRoundComplete() && unreached == 0;
  }

  /**
   * A round in which X was silent about somebody is no success.
   *
   * @throws Explained if X did not answer for some author
   */
  public void requireAllReached() {
    if (unreached > 0) {
      throw new Explained(
          unreached + " of " + requested + " authors could not be asked for",
          "the API did not answer for them; " + summary(),
          "run the same command again; those who were found are published already",
          null);
    }
  }

  /**
   * A round of which X left more than a tenth of the batches unanswered has failed.
   *
   * @throws Explained if it is one
   */
  public void requireSuccess() {
    if (batches.areFailure()) {
      throw new Explained(
          batches.failed() + " of " + batches.done() + " batches failed",
          "the API did not answer them, however often it was asked; " + summary(),
          "resume the run later; those who were found are published already",
          null);
    }
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
