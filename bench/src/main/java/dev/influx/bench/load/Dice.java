package dev.influx.bench.load;

/**
 * Numbers that look random and are a function of what was asked (SplitMix64): any observation can
 * be made again without making those before it.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, String purpose, long index) {
    return new Dice(mix(mix(seed * GOLDEN + purpose.hashCode()) + index * GOLDEN));
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  double unit() {
    return (next() >>> 11) * UNIT;
  }

  /** Uniform in [0, bound). */
  long below(long bound) {
    return Math.floorMod(next() >>> 1, bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Nearly normal with mean 0 and deviation 1: the sum of twelve uniform ones. */
  double bell() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
