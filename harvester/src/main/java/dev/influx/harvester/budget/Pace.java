package dev.influx.harvester.budget;

import dev.influx.harvester.api.Lookup;
import java.util.OptionalLong;

/**
 * How many authors to ask for in a request and how many requests to have under way: halved by an
 * error, one step more after a whole round of successes.
 *
 * @param most never exceeded
 * @param streak successes since the last step or error
 */
public record Pace(Bounds most, int batchSize, int parallel, int streak) {
  private static final int BATCH_STEP = 10;

  public Pace {
    require(batchSize >= 1 && batchSize <= most.batchSize, "batch size", batchSize);
    require(parallel >= 1 && parallel <= most.parallel, "requests at a time", parallel);
    require(streak >= 0 && streak < parallel, "successes in a row", streak);
  }

  /** The most of both that is ever allowed. */
  public record Bounds(int batchSize, int parallel) {

    /** As many authors as X takes, three requests at a time. */
    public static final Bounds DEFAULT = new Bounds(Lookup.MOST_KEYS, 3);

    public Bounds {
      require(batchSize >= 1 && batchSize <= Lookup.MOST_KEYS, "batch size", batchSize);
      require(parallel >= 1, "requests at a time", parallel);
    }
  }

  /** As fast as the bounds allow. */
  public static Pace within(Bounds most) {
    return new Pace(most, most.batchSize, most.parallel, 0);
  }

  /**
   * After an answer that was one. It takes as many as there are requests at a time to go one step
   * up, so that the ascent does not depend on how many answers arrive together.
   */
  public Pace afterSuccess() {
    return streak + 1 < parallel
        ? new Pace(most, batchSize, parallel, streak + 1)
        : new Pace(
            most,
            Math.min(most.batchSize, batchSize + BATCH_STEP),
            Math.min(most.parallel, parallel + 1),
            0);
  }

  /** After a request that failed: a smaller one loses less when it fails too. */
  public Pace afterError() {
    return new Pace(most, half(batchSize), half(parallel), 0);
  }

  /** After an answer that said too many requests: the size of a batch has no part in that. */
  public Pace afterRefusal() {
    return new Pace(most, batchSize, half(parallel), 0);
  }

  /**
   * How many requests to have under way now.
   *
   * @param allowed how many the limits still let through; nothing where that is not known
   */
  public int parallel(OptionalLong allowed) {
    return (int) Math.min(parallel, Math.max(0, allowed.orElse(parallel)));
  }

  /**
   * How many authors to ask for in the next request.
   *
   * @param allowed how many the budget still lets through; nothing where there is none
   */
  public int batchSize(OptionalLong allowed) {
    return (int) Math.min(batchSize, Math.max(0, allowed.orElse(batchSize)));
  }

  private static int half(int number) {
    return Math.max(1, number / 2);
  }

  private static void require(boolean holds, String what, int value) {
    if (!holds) {
      throw new IllegalArgumentException(what + " out of bounds: " + value);
    }
  }
}
