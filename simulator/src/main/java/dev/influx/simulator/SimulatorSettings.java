package dev.influx.simulator;

import dev.influx.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How a simulator is to be.
 *
 * @param host to listen on
 * @param port 0 for any free one
 * @param authors 1 to 1,000,000
 * @param seed of the world
 * @param speed virtual seconds in a second
 * @param virtualStart the virtual time at the start; a later run that continues an earlier one
 *     starts where that one was
 * @param requestsPerWindow of each endpoint
 * @param window whole seconds
 * @param dialect of the answers
 * @param token that requests must bear
 * @param clock of limits, dates and the journal; virtual time follows it
 */
public record SimulatorSettings(
    String host,
    int port,
    int authors,
    long seed,
    double speed,
    Instant virtualStart,
    int requestsPerWindow,
    Duration window,
    Dialect dialect,
    AccessToken token,
    InstantSource clock) {

  public SimulatorSettings {
    check(!host.isBlank(), "the host is blank");
    check(port >= 0 && port <= 65_535, "the port is outside 0 to 65535");
    check(
        authors >= 1 && authors <= World.MOST_AUTHORS,
        "the authors are outside 1 to " + World.MOST_AUTHORS);
    check(speed >= 0 && speed <= 1e9, "the speed is outside 0 to 1e9");
    check(!virtualStart.isBefore(World.START), "the virtual start is before " + World.START);
    check(requestsPerWindow >= 1, "fewer than 1 request per window");
    check(window.getSeconds() >= 1 && window.getNano() == 0, "the window is not of whole seconds");
  }

  /** On a free port of this machine, with a random token and the limits of the real API. */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        "127.0.0.1",
        0,
        2_000,
        1,
        3_600,
        World.START,
        300,
        Duration.ofMinutes(15),
        Dialect.LEGACY,
        AccessToken.random(),
        InstantSource.system());
  }

  public SimulatorSettings withHost(String newHost) {
    return new SimulatorSettings(
        newHost,
        port,
        authors,
        seed,
        speed,
        virtualStart,
        requestsPerWindow,
        window,
        dialect,
        token,
        clock);
  }

  public SimulatorSettings withPort(int newPort) {
    return new SimulatorSettings(
        host,
        newPort,
        authors,
        seed,
        speed,
        virtualStart,
        requestsPerWindow,
        window,
        dialect,
        token,
        clock);
  }

  public SimulatorSettings withAuthors(int newAuthors) {
    return new SimulatorSettings(
        host,
        port,
        newAuthors,
        seed,
        speed,
        virtualStart,
        requestsPerWindow,
        window,
        dialect,
        token,
        clock);
  }

  public SimulatorSettings withSeed(long newSeed) {
    return new SimulatorSettings(
        host,
        port,
        authors,
        newSeed,
        speed,
        virtualStart,
        requestsPerWindow,
        window,
        dialect,
        token,
        clock);
  }

  /** Sets where virtual time starts and how fast it runs. */
  public SimulatorSettings withVirtualTime(Instant newStart, double newSpeed) {
    return new SimulatorSettings(
        host,
        port,
        authors,
        seed,
        newSpeed,
        newStart,
        requestsPerWindow,
        window,
        dialect,
        token,
        clock);
  }

  public SimulatorSettings withRateLimit(int newRequestsPerWindow, Duration newWindow) {
    return new SimulatorSettings(
        host,
        port,
        authors,
        seed,
        speed,
        virtualStart,
        newRequestsPerWindow,
        newWindow,
        dialect,
        token,
        clock);
  }

  public SimulatorSettings withDialect(Dialect newDialect) {
    return new SimulatorSettings(
        host,
        port,
        authors,
        seed,
        speed,
        virtualStart,
        requestsPerWindow,
        window,
        newDialect,
        token,
        clock);
  }

  public SimulatorSettings withToken(AccessToken newToken) {
    return new SimulatorSettings(
        host,
        port,
        authors,
        seed,
        speed,
        virtualStart,
        requestsPerWindow,
        window,
        dialect,
        newToken,
        clock);
  }

  public SimulatorSettings withClock(InstantSource newClock) {
    return new SimulatorSettings(
        host,
        port,
        authors,
        seed,
        speed,
        virtualStart,
        requestsPerWindow,
        window,
        dialect,
        token,
        newClock);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
