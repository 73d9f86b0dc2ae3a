package dev.influx.simulator.graph;

/** Randomness that depends on what it is for alone. */
record Dice(long seed) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** From 0 up to, but without, 1. */
  double roll(long one, long other) {
    return (mix(mix(seed + GOLDEN * (one + 1)) + GOLDEN * (other + 1)) >>> 11) * 0x1.0p-53;
  }

  /** The finaliser of SplitMix64. */
  static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
