package dev.influx.simulator.money;

/** Numbers that are there or not, in eight bytes each and some air. */
final class LongSet {

  private static final int SMALLEST = 1_024;
  private static final int FREE = 0;

  private long[] slots = new long[SMALLEST];
  private boolean zero;
  private int size;

  /** False if the number was there already. */
  boolean add(long number) {
    if (number == FREE) {
      boolean fresh = !zero;
      zero = true;
      return fresh;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    return put(number);
  }

  private boolean put(long number) {
    int mask = slots.length - 1;
    int at = (int) ((number * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[at] != FREE) {
      if (slots[at] == number) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = number;
    size++;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (long number : old) {
      if (number != FREE) {
        put(number);
      }
    }
  }
}
