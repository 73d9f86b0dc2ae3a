package dev.influx.simulator;

import dev.influx.simulator.rate.Limits;
import dev.influx.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How a simulator is to be, in groups that belong together.
 *
 * @param token that requests must bear
 * @param clock of limits, dates and the journal; virtual time follows it
 */
public record SimulatorSettings(
    Address address,
    Authors authors,
    VirtualTime virtualTime,
    Limits limits,
    Dialect dialect,
    AccessToken token,
    InstantSource clock) {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** On a free port of this machine, with a random token and the limits of the real API. */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        new Address("127.0.0.1", 0),
        new Authors(2_000, 1),
        new VirtualTime(World.START, 3_600),
        Limits.of(300, QUARTER),
        Dialect.LEGACY,
        AccessToken.random(),
        InstantSource.system());
  }

  /**
   * Where to listen.
   *
   * @param port 0 for any free one
   */
  public record Address(String host, int port) {
    public Address {
      check(!host.isBlank(), "the host is blank");
      check(port >= 0 && port <= 65_535, "the port is outside 0 to 65535");
    }
  }

  /**
   * Whom there is to ask for.
   *
   * @param count 1 to 1,000,000
   * @param seed the same one makes the same authors
   */
  public record Authors(int count, long seed) {
    public Authors {
      check(
          count >= 1 && count <= World.MOST_AUTHORS,
          "the authors are outside 1 to " + World.MOST_AUTHORS);
    }
  }

  /**
   * The time that authors live in.
   *
   * @param start the virtual time at the start; a later run that continues an earlier one starts
   *     where that one was
   * @param speed virtual seconds in a second
   */
  public record VirtualTime(Instant start, double speed) {
    public VirtualTime {
      check(speed >= 0 && speed <= 1e9, "the speed is outside 0 to 1e9");
      check(!start.isBefore(World.START), "the virtual start is before " + World.START);
    }
  }

  public SimulatorSettings withHost(String host) {
    return with(new Address(host, address.port()));
  }

  public SimulatorSettings withPort(int port) {
    return with(new Address(address.host(), port));
  }

  public SimulatorSettings withAuthors(int count) {
    return with(new Authors(count, authors.seed()));
  }

  public SimulatorSettings withSeed(long seed) {
    return with(new Authors(authors.count(), seed));
  }

  /** Sets where virtual time starts and how fast it runs. */
  public SimulatorSettings withVirtualTime(Instant start, double speed) {
    VirtualTime time = new VirtualTime(start, speed);
    return new SimulatorSettings(address, authors, time, limits, dialect, token, clock);
  }

  public SimulatorSettings withRateLimit(int requests, Duration window) {
    return with(Limits.of(requests, window));
  }

  public SimulatorSettings with(Address other) {
    return new SimulatorSettings(other, authors, virtualTime, limits, dialect, token, clock);
  }

  public SimulatorSettings with(Authors other) {
    return new SimulatorSettings(address, other, virtualTime, limits, dialect, token, clock);
  }

  public SimulatorSettings with(Limits other) {
    return new SimulatorSettings(address, authors, virtualTime, other, dialect, token, clock);
  }

  public SimulatorSettings withDialect(Dialect other) {
    return new SimulatorSettings(address, authors, virtualTime, limits, other, token, clock);
  }

  public SimulatorSettings withToken(AccessToken other) {
    return new SimulatorSettings(address, authors, virtualTime, limits, dialect, other, clock);
  }

  public SimulatorSettings withClock(InstantSource other) {
    return new SimulatorSettings(address, authors, virtualTime, limits, dialect, token, other);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
