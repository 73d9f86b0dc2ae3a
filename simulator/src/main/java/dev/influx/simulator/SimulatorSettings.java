package dev.influx.simulator;

import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.money.Budget;
import dev.influx.simulator.rate.Limits;
import dev.influx.simulator.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a simulator is to be, in groups that belong together.
 *
 * @param journal a file that each request is noted in, behind what it holds
 * @param clock of limits, dates and the journal; virtual time follows it
 */
public record SimulatorSettings(
    Address address,
    Authors authors,
    VirtualTime virtualTime,
    Access access,
    Limits limits,
    Budget budget,
    Answering answering,
    Paging paging,
    FaultScript faults,
    Optional<Path> journal,
    InstantSource clock) {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** On a free port of this machine, with a random token and the limits of the real API. */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        new Address("127.0.0.1", 0),
        new Authors(2_000, 1),
        new VirtualTime(World.START, 3_600),
        new Access(AccessToken.random(), "simulator", AccessToken.random(), true),
        Limits.of(300, QUARTER),
        Budget.unlimited(),
        Answering.defaults(),
        Paging.usual(),
        FaultScript.none(),
        Optional.empty(),
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

  /**
   * Who may ask.
   *
   * @param token that requests must bear
   * @param key that the token is given out for, together with the secret
   * @param enrolled false for an app that belongs to no project, which may do nothing
   */
  public record Access(AccessToken token, String key, AccessToken secret, boolean enrolled) {}

  /** That requests must bear. */
  public AccessToken token() {
    return access.token();
  }

  public SimulatorSettings withHost(String host) {
    return with(parts -> parts.address = new Address(host, address.port()));
  }

  public SimulatorSettings withPort(int port) {
    return with(parts -> parts.address = new Address(address.host(), port));
  }

  public SimulatorSettings withAuthors(int count) {
    return with(parts -> parts.authors = new Authors(count, authors.seed()));
  }

  public SimulatorSettings withSeed(long seed) {
    return with(parts -> parts.authors = new Authors(authors.count(), seed));
  }

  /** Sets where virtual time starts and how fast it runs. */
  public SimulatorSettings withVirtualTime(Instant start, double speed) {
    return with(parts -> parts.virtualTime = new VirtualTime(start, speed));
  }

  public SimulatorSettings withToken(AccessToken token) {
    return with(new Access(token, access.key(), access.secret(), access.enrolled()));
  }

  public SimulatorSettings with(Access access) {
    return with(parts -> parts.access = access);
  }

  public SimulatorSettings withRateLimit(int requests, Duration window) {
    return with(Limits.of(requests, window));
  }

  public SimulatorSettings with(Limits limits) {
    return with(parts -> parts.limits = limits);
  }

  public SimulatorSettings with(Budget budget) {
    return with(parts -> parts.budget = budget);
  }

  public SimulatorSettings withDialect(Dialect dialect) {
    return with(answering.withDialect(dialect));
  }

  public SimulatorSettings with(Answering answering) {
    return with(parts -> parts.answering = answering);
  }

  public SimulatorSettings with(Paging paging) {
    return with(parts -> parts.paging = paging);
  }

  public SimulatorSettings with(FaultScript faults) {
    return with(parts -> parts.faults = faults);
  }

  public SimulatorSettings withJournal(Path file) {
    return with(parts -> parts.journal = Optional.of(file));
  }

  public SimulatorSettings withClock(InstantSource clock) {
    return with(parts -> parts.clock = clock);
  }

  private SimulatorSettings with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.settings();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** What the settings are made from again when one of them changes. */
  private static final class Parts {
    private Address address;
    private Authors authors;
    private VirtualTime virtualTime;
    private Access access;
    private Limits limits;
    private Budget budget;
    private Answering answering;
    private Paging paging;
    private FaultScript faults;
    private Optional<Path> journal;
    private InstantSource clock;

    private Parts(SimulatorSettings before) {
      this.address = before.address();
      this.authors = before.authors();
      this.virtualTime = before.virtualTime();
      this.access = before.access();
      this.limits = before.limits();
      this.budget = before.budget();
      this.answering = before.answering();
      this.paging = before.paging();
      this.faults = before.faults();
      this.journal = before.journal();
      this.clock = before.clock();
    }

    private SimulatorSettings settings() {
      return new SimulatorSettings(
          address,
          authors,
          virtualTime,
          access,
          limits,
          budget,
          answering,
          paging,
          faults,
          journal,
          clock);
    }
  }
}
