package dev.influx.embedded.registry;

import java.util.Random;
import java.util.SplittableRandom;

/** Runs a test with many seeds; a failure names the seed that brings it back. */
final class Property {
  private Property() {}

  static void forSeeds(int count, Body body) throws Exception {
    long first = Long.getLong("influx.seed", new SplittableRandom().nextLong());
    for (long seed = first; seed != first + count; seed++) {
      try {
        body.run(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails with -Dinflux.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  interface Body {
    void run(Random random) throws Exception;
  }
}
