package dev.influx.harvester.schedule;

/**
 * How much a domain wants authors.
 *
 * @param priority 1 comes first
 * @param target how many it is to have
 * @param have how many it has
 */
public record DomainNeed(int priority, long target, long have) {

  public DomainNeed {
    if (priority < 1 || target < 0 || have < 0) {
      throw new IllegalArgumentException(
          "no need: priority %d, %d of %d".formatted(priority, have, target));
    }
  }

  /** How many it lacks. */
  public long missing() {
    return Math.max(0, target - have);
  }

  /** The quarters of the target that it lacks, begun ones counted: 0 to 4. */
  int quartersMissing() {
    return target == 0 ? 0 : (int) ((missing() * 4 + target - 1) / target);
  }
}
