package dev.influx.bench;

import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.world.World;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * The handles of a world of the simulator, one a line: after each hundred one that nobody has.
 *
 * @param handles how many
 */
record HandleFile(long seed, int handles) {

  /** How many authors the world must have. */
  int authors() {
    return Math.min(handles, World.MOST_AUTHORS);
  }

  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      Iterator<SimulatedSeed> seeds = World.of(seed, authors()).seeds().limit(handles).iterator();
      while (seeds.hasNext()) {
        out.write(seeds.next().handle());
        out.write('\n');
      }
    }
  }
}
