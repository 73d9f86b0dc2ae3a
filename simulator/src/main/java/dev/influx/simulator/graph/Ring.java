package dev.influx.simulator.graph;

import java.math.BigInteger;

/**
 * The places of a population in another order, as a ring; each seat leads to a place and back
 * without a table.
 */
final class Ring {

  private static final double GOLDEN = 0.6180339887498949;

  private final int size;
  private final long stride;
  private final long back;
  private final long shift;

  Ring(int size, long key) {
    this.size = size;
    this.stride = stride(size, key);
    this.back =
        size == 1
            ? 0
            : BigInteger.valueOf(stride).modInverse(BigInteger.valueOf(size)).longValueExact();
    this.shift = Math.floorMod(Dice.mix(key), size);
  }

  int size() {
    return size;
  }

  int seat(int place) {
    return (int) ((place * stride + shift) % size);
  }

  int place(long seat) {
    return (int) (Math.floorMod(seat - shift, size) * back % size);
  }

  /** Without a divisor in common with the size, and so far that neighbours part. */
  private static long stride(int size, long key) {
    long stride = (long) (size * GOLDEN) + Math.floorMod(key, 1 + size / 10);
    BigInteger whole = BigInteger.valueOf(size);
    while (!BigInteger.valueOf(stride).gcd(whole).equals(BigInteger.ONE)) {
      stride++;
    }
    return stride;
  }
}
