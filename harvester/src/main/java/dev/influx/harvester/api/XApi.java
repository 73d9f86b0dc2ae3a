package dev.influx.harvester.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The user look-ups of the X API, or of something that speaks like it. */
public interface XApi extends AutoCloseable {

  /**
   * Connects lazily: no request is made before the first look-up.
   *
   * @param clock tells when answers arrived
   */
  static XApi connect(ApiSettings settings, InstantSource clock, MeterRegistry meters) {
    return ConnectedApi.to(settings, clock, meters);
  }

  /**
   * Waits for the limits, asks, asks again where that may help, and says what came of it; {@link
   * Answer.Limited} never does.
   *
   * @throws InterruptedException when the thread is interrupted or no more requests are made
   */
  Answer ask(Lookup lookup) throws InterruptedException;

  /** How many requests were made. */
  long requests();

  /** Until when look-ups wait for a limit, if any do. */
  Optional<Instant> waitingUntil();

  /** Begins no further request and ends all waiting; requests that are under way may finish. */
  void stop();

  /** Lets go of all connections. */
  @Override
  void close();
}
