package dev.influx.simulator;

import dev.influx.simulator.SimulatorSettings.VirtualTime;
import dev.influx.simulator.world.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of the simulator and that of its world, which can be moved on by hand. */
final class Clocks {

  private final InstantSource source;
  private final VirtualTime settings;
  private Duration ahead;
  private Duration worldAhead;
  private VirtualClock world;

  Clocks(InstantSource source, VirtualTime settings) {
    this.source = source;
    this.settings = settings;
    reset();
  }

  /** Of limits, dates and the journal. */
  synchronized Instant now() {
    return source.instant().plus(ahead);
  }

  /** Of the authors. */
  synchronized Instant worldNow() {
    return world.instant().plus(worldAhead);
  }

  /** Moves both on: the world as many times further as it runs faster. */
  synchronized void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  synchronized void advanceWorld(Duration by) {
    worldAhead = worldAhead.plus(by);
  }

  /** Puts both back to where they started, the world to its beginning. */
  final synchronized void reset() {
    ahead = Duration.ZERO;
    worldAhead = Duration.ZERO;
    world = VirtualClock.start(settings.start(), settings.speed(), this::now);
  }
}
