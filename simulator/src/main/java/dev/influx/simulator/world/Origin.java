package dev.influx.simulator.world;

import dev.influx.simulator.population.Life;
import java.time.Instant;

/** Where an author comes from: its randomness, when it joined, and what becomes of it. */
record Origin(Draws draws, Instant birth, Life life) {

  int index() {
    return draws.index();
  }

  /** Whether it joined to take over the handle of another. */
  boolean isNewcomer() {
    return draws.index() >= Births.NEWCOMERS;
  }

  /** How many authors it can know. */
  int authorsBefore() {
    return isNewcomer() ? draws.index() - Births.NEWCOMERS : draws.index();
  }
}
