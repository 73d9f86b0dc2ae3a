package dev.influx.simulator;

import dev.influx.simulator.fault.FaultBook;
import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.money.MeterReading;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.wire.WireServer;
import dev.influx.simulator.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running simulator of the X API. */
public final class Simulator implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Simulator.class);

  private final SimulatorSettings settings;
  private final Population population;
  private final State state;
  private final WireServer server;

  private Simulator(SimulatorSettings settings, Population population) throws IOException {
    this.settings = settings;
    this.population = population;
    this.state = new State(settings, population);
    this.server = WireServer.start(address(settings.address()), new Api(state, population));
  }

  /** Starts with a world of as many authors as the settings say. */
  public static Simulator start(SimulatorSettings settings) {
    return start(settings, World.of(settings.authors().seed(), settings.authors().count()));
  }

  /** Starts with a population that is there already, whatever authors the settings speak of. */
  public static Simulator start(SimulatorSettings settings, Population population) {
    try {
      Simulator simulator = new Simulator(settings, population);
      log.info("{} synthetic authors answer at {}", population.size(), simulator.uri());
      return simulator;
    } catch (IOException e) {
      throw new UnableToStartSimulatorException(
          settings.address().host(), settings.address().port(), e);
    }
  }

  /** The base address for requests from this machine. */
  public URI uri() {
    String bound = settings.address().host();
    boolean everywhere = bound.equals("0.0.0.0") || bound.equals("::");
    String host = everywhere ? "127.0.0.1" : bound;
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + server.port());
  }

  public AccessToken token() {
    return settings.access().token();
  }

  /** What the answers are made from: the truth to compare results with. */
  public Population population() {
    return population;
  }

  /** The same, where it is a world of made up authors. */
  public World world() {
    if (population instanceof World world) {
      return world;
    }
    throw new IllegalStateException("the users come from a file, not from a world");
  }

  public Instant virtualTime() {
    return state.clocks().worldNow();
  }

  public List<SimulatedSeed> seeds() {
    return population.seeds().toList();
  }

  /** The same as {@code GET /_sim/seeds.csv}. */
  public String seedsCsv() {
    return Stream.concat(
            Stream.of(SimulatedSeed.CSV_HEADER), population.seeds().map(SimulatedSeed::csv))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The latest requests, oldest first. */
  public List<JournalEntry> journal() {
    return state.journal().entries();
  }

  /** What was bought so far. */
  public MeterReading meter() {
    return state.meter().reading(state.clocks().now());
  }

  /** Takes a script in the place of what there was, and counts from the next request. */
  public void load(FaultScript faults) {
    state.faults().load(faults);
  }

  /** How often each fault of the script has struck. */
  public List<FaultBook.Fared> faults() {
    return state.faults().fared();
  }

  /**
   * Moves the time of limits and dates on, and virtual time as many times further as it is fast.
   */
  public void advance(Duration time) {
    state.clocks().advance(time);
  }

  /** Moves virtual time on, and nothing else. */
  public void advanceWorld(Duration time) {
    state.clocks().advanceWorld(time);
  }

  /** Makes everything as it was at the start; the file of a journal keeps what it holds. */
  public void reset() {
    state.reset();
  }

  @Override
  public void close() {
    server.close();
    state.journal().close();
  }

  private static InetSocketAddress address(SimulatorSettings.Address address)
      throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
  }
}
