package dev.influx.harvester.budget;

import java.util.Arrays;

/** A set of user ids, for a million of them in a few bytes each. */
final class BilledIds {
  private static final int SMALLEST = 1 << 10;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
  private static final long FREE = 0;

  private long[] slots = new long[SMALLEST];
  private int size;
  private boolean hasZero;

  /** Whether it was not in the set before. Ids have up to 19 digits: they fit without a sign. */
  boolean add(String id) {
    long number = Long.parseUnsignedLong(id);
    if (number == FREE) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    if (size >= slots.length / 2) {
      grow();
    }
    int place = placeOf(number);
    boolean added = slots[place] == FREE;
    slots[place] = number;
    size += added ? 1 : 0;
    return added;
  }

  boolean contains(String id) {
    long number = Long.parseUnsignedLong(id);
    return number == FREE ? hasZero : slots[placeOf(number)] == number;
  }

  void clear() {
    Arrays.fill(slots, FREE);
    size = 0;
    hasZero = false;
  }

  /** Where the number is, or where it belongs. */
  private int placeOf(long number) {
    int mask = slots.length - 1;
    int place = (int) ((number * GOLDEN_RATIO) >>> 32) & mask;
    while (slots[place] != FREE && slots[place] != number) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long number : before) {
      if (number != FREE) {
        slots[placeOf(number)] = number;
      }
    }
  }
}
