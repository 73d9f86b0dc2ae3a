package dev.influx.monitor.results;

import java.util.Map;
import java.util.Optional;

/**
 * What was counted in the topics of results.
 *
 * @param complete whether all that stood there at the start was read
 * @param accepted authors who are accepted now
 * @param rejected authors who are rejected now
 * @param scores of those who are accepted
 * @param codes how many are rejected now for each reason
 * @param raw offsets of the raw topic, from its beginning to its end
 * @param seen what came, since the start
 * @param rates what comes in a second; empty until everything that stood there was read
 * @param unreadable records that were left out
 */
public record Results(
    boolean complete,
    long accepted,
    long rejected,
    Optional<ScoreSpread> scores,
    Map<String, Long> codes,
    long raw,
    Seen seen,
    Optional<Rates> rates,
    long unreadable) {

  public Results {
    codes = Map.copyOf(codes);
  }

  /**
   * Records by what they are.
   *
   * @param raw observations
   * @param codes rejections by reason; who is rejected for two is in both
   * @param dead letters by reason
   */
  public record Seen(
      long raw, long accepted, long rejected, Map<String, Long> codes, Map<String, Long> dead) {
    public Seen {
      codes = Map.copyOf(codes);
      dead = Map.copyOf(dead);
    }

    long letters() {
      return dead.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
