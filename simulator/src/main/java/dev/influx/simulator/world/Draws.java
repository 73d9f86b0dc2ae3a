package dev.influx.simulator.world;

import java.util.List;

/**
 * The randomness of one author. Every draw depends on (seed, index, trait) alone. Only operations
 * with one result on every platform are used, so that a world has the same bytes everywhere.
 */
record Draws(long seed, int index) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final String BASE_62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  long bits(Trait trait) {
    return mix(mix(seed + GOLDEN * (index + 1L)) + GOLDEN * trait.salt());
  }

  /** From 0 up to, but without, 1. */
  double uniform(Trait trait) {
    return unit(bits(trait));
  }

  /** Several draws of one trait, independent of each other. */
  double uniform(Trait trait, long turn) {
    return unit(mix(bits(trait) + GOLDEN * turn));
  }

  boolean chance(Trait trait, double probability) {
    return uniform(trait) < probability;
  }

  int below(Trait trait, int bound) {
    return (int) (uniform(trait) * bound);
  }

  <T> T pick(Trait trait, List<T> choices) {
    return choices.get(below(trait, choices.size()));
  }

  /** Several picks of one trait, independent of each other. */
  <T> T pick(Trait trait, int turn, List<T> choices) {
    return choices.get((int) (unit(mix(bits(trait) + turn)) * choices.size()));
  }

  double logNormal(Trait trait, double median, double sigma) {
    long bits = bits(trait);
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(bits)));
    double normal = radius * StrictMath.cos(2 * Math.PI * unit(mix(bits)));
    return median * StrictMath.exp(sigma * normal);
  }

  /** Letters and digits as in the links and file names of X. */
  String code(Trait trait, int length) {
    StringBuilder code = new StringBuilder(length);
    long bits = bits(trait);
    for (int i = 0; i < length; i++) {
      bits = mix(bits + GOLDEN);
      code.append(BASE_62.charAt((int) (unit(bits) * BASE_62.length())));
    }
    return code.toString();
  }

  /** The finaliser of SplitMix64. */
  static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  private static double unit(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }
}
