package dev.influx.harvester.api;

/**
 * How the requests that X allows are used.
 *
 * @param reserve of each window, requests that are left to others who use the same token
 */
public record LimitUse(Mode mode, int reserve) {

  /** All at once, and nothing for others. */
  public static final LimitUse DEFAULT = new LimitUse(Mode.BURST, 0);

  public LimitUse {
    if (reserve < 0) {
      throw new IllegalArgumentException("the reserve is negative");
    }
  }

  /** When they are used. */
  public enum Mode {
    /** As fast as the answers come, then not at all until the window is renewed. */
    BURST,
    /** Spread over the time that is left of the window. */
    PACE
  }
}
