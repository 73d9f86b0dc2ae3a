package dev.influx.app.pipe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.Secret;
import dev.influx.runtime.files.WholeFile;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulator whose world goes on where it was when it was stopped: its virtual time is noted
 * beside the data, for authors who lost half their followers over a restart would be no news but an
 * error.
 */
final class Simulation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
  private static final Duration NOTED_EVERY = Duration.ofSeconds(2);

  private final Simulator simulator;
  private final Path note;
  private final Timer notes = new Timer("influx-virtual-time", true);

  private Simulation(Simulator simulator, Path note) {
    this.simulator = simulator;
    this.note = note;
  }

  static Simulation start(PipeSettings settings) {
    Path note = settings.data().resolve("virtual-time");
    SimulatorSettings defaults =
        SimulatorSettings.defaults().withAuthors(settings.authors()).withSeed(settings.seed());
    Instant start = read(note, defaults.virtualTime().start());
    Simulator simulator =
        Simulator.start(defaults.withVirtualTime(start, defaults.virtualTime().speed()));
    Simulation simulation = new Simulation(simulator, note);
    simulation.notes.schedule(simulation.writing(), 0, NOTED_EVERY.toMillis());
    return simulation;
  }

  private TimerTask writing() {
    return new TimerTask() {
      @Override
      public void run() {
        write();
      }
    };
  }

  private static Instant read(Path note, Instant otherwise) {
    try {
      return Files.exists(note) ? Instant.parse(Files.readString(note).strip()) : otherwise;
    } catch (IOException | DateTimeException e) {
      LOG.warn("{} is unreadable: the simulated world starts anew", note);
      return otherwise;
    }
  }

  private synchronized void write() {
    try {
      WholeFile.write(note, (simulator.virtualTime() + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      LOG.warn("the virtual time could not be noted: {}", e.getMessage());
    }
  }

  URI uri() {
    return simulator.uri();
  }

  Secret token() {
    return Secret.of(simulator.token().value());
  }

  /** The seed list of the simulated world. */
  String seedsCsv() {
    return simulator.seedsCsv();
  }

  @Override
  public void close() {
    notes.cancel();
    write();
    simulator.close();
  }
}
