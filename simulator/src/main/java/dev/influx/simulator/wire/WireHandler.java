package dev.influx.simulator.wire;

/** What answers requests. Called by many threads at once. */
public interface WireHandler {

  WireResponse answer(WireRequest request);

  /**
   * Answers what was not a request that can be handled.
   *
   * @param status 400, 413, 414 or 431 for the request, 500 for a failure of {@link #answer}
   */
  WireResponse refuse(int status);
}
