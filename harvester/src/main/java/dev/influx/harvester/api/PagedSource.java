package dev.influx.harvester.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The listings of the X API, or of something that speaks like it, walked page by page. */
public final class PagedSource implements AutoCloseable {
  private final ConnectedApi api;

  private PagedSource(ConnectedApi api) {
    this.api = api;
  }

  /**
   * Connects lazily: no request is made before the first walk.
   *
   * @param clock tells when answers arrived
   */
  public static PagedSource connect(
      ApiSettings settings, InstantSource clock, MeterRegistry meters) {
    return new PagedSource(ConnectedApi.to(settings, clock, meters));
  }

  /**
   * Reads pages until there is no more to read, waiting for limits and asking again where that may
   * help.
   *
   * @param most how many users X may return, and so charge for
   * @param users takes each user once, in the order in which X sends them
   * @throws InterruptedException when the thread is interrupted or no more requests are made
   */
  public Walk walk(Listing listing, long most, Consumer<Page.User> users)
      throws InterruptedException {
    return new Walker(api.source(), listing, most, users).walk();
  }

  /** How many requests were made. */
  public long requests() {
    return api.requests();
  }

  /** Begins no further request and ends all waiting. */
  public void stop() {
    api.stop();
  }

  /** Lets go of all connections. */
  @Override
  public void close() {
    api.close();
  }
}
