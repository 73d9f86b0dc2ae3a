package dev.influx.simulator;

import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.wire.WireServer;
import dev.influx.simulator.world.VirtualClock;
import dev.influx.simulator.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
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
  private final World world;
  private final VirtualClock virtualClock;
  private final Journal journal;
  private final WireServer server;

  private Simulator(SimulatorSettings settings) throws IOException {
    this.settings = settings;
    this.world = World.of(settings.authors().seed(), settings.authors().count());
    this.virtualClock =
        VirtualClock.start(
            settings.virtualTime().start(), settings.virtualTime().speed(), settings.clock());
    this.journal = new Journal();
    this.server =
        WireServer.start(
            address(settings.address()), new Api(settings, world, virtualClock, journal));
  }

  public static Simulator start(SimulatorSettings settings) {
    try {
      Simulator simulator = new Simulator(settings);
      log.info("{} synthetic authors answer at {}", settings.authors().count(), simulator.uri());
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
    return settings.token();
  }

  /** What the answers are made from: the truth to compare results with. */
  public World world() {
    return world;
  }

  public Instant virtualTime() {
    return virtualClock.instant();
  }

  public List<SimulatedSeed> seeds() {
    return world.seeds().toList();
  }

  /** The same as {@code GET /_sim/seeds.csv}. */
  public String seedsCsv() {
    return Stream.concat(Stream.of(SimulatedSeed.CSV_HEADER), world.seeds().map(SimulatedSeed::csv))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The latest requests, oldest first. */
  public List<JournalEntry> journal() {
    return journal.entries();
  }

  @Override
  public void close() {
    server.close();
  }

  private static InetSocketAddress address(SimulatorSettings.Address address)
      throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
  }
}
