package dev.influx.runtime;

/** How a running part is, and in words why. */
public record Health(State state, String reason) {

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
}
