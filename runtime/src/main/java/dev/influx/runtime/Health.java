package dev.influx.runtime;

import java.util.Optional;

/**
 * How a running part is, and in words why.
 *
 * @param restoration of its state, while that is under way
 */
public record Health(State state, String reason, Optional<Restoration> restoration) {

  public Health(State state, String reason) {
    this(state, reason, Optional.empty());
  }

  /** The three answers that a probe can act on. */
  public enum State {
    /** Works. */
    READY,
    /** Lives, and is on its way to working: starting, restoring, rebalancing, waiting. */
    BUSY,
    /** Will not work again without help. */
    FAILED
  }

  public static Health ready() {
    return new Health(State.READY, "running");
  }

  public static Health busy(String reason) {
    return new Health(State.BUSY, reason);
  }

  public static Health failed(String reason) {
    return new Health(State.FAILED, reason);
  }

  public static Health restoring(Restoration restoration) {
    return new Health(State.BUSY, "restoring", Optional.of(restoration));
  }

  /** The reason, with how far it has come. */
  public String describe() {
    return reason + restoration.map(it -> ": " + it.describe()).orElse("");
  }
}
