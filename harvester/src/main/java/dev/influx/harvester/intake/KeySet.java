package dev.influx.harvester.intake;

import dev.influx.harvester.api.Lookup.By;

/**
 * A set of handles and ids. A key is two numbers, exactly and not by a hash, so that a million of
 * them take some 50 MB at most and nobody is taken for somebody else.
 */
public final class KeySet {
  private static final long ID = 1L << 62;
  private static final int BITS = 6;

  private long[] slots = new long[2 * 1024];
  private int size;

  /** Whether the key, in its folded form, was not there. */
  public boolean add(By by, String key) {
    return add(high(by, key), low(by, key));
  }

  /** Whether the key, in its folded form, is there. */
  public boolean contains(By by, String key) {
    long high = high(by, key);
    long low = low(by, key);
    int at = find(high, low);
    return slots[at] == high && slots[at + 1] == low;
  }

  private static long low(By by, String key) {
    if (by == By.ID) {
      return Long.parseUnsignedLong(key);
    }
    long low = 0;
    for (int at = 0; at < key.length(); at++) {
      low = low << BITS | code(key.charAt(at));
    }
    return low;
  }

  private static long high(By by, String key) {
    if (by == By.ID) {
      return ID;
    }
    long high = 0;
    long low = 0;
    for (int at = 0; at < key.length(); at++) {
      high = high << BITS | low >>> (Long.SIZE - BITS);
      low = low << BITS | code(key.charAt(at));
    }
    return high;
  }

  /** From 1, so that no handle is the beginning of another, nor nothing. */
  private static int code(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 1;
    }
    return c == '_' ? 27 : c - '0' + 28;
  }

  private boolean add(long high, long low) {
    if (4 * size >= slots.length) {
      grow();
    }
    int at = find(high, low);
    if (slots[at] == high && slots[at + 1] == low) {
      return false;
    }
    slots[at] = high;
    slots[at + 1] = low;
    size++;
    return true;
  }

  /** Where the key is, or would be. No key is two zeros. */
  private int find(long high, long low) {
    int at = start(high, low);
    while ((slots[at] != 0 || slots[at + 1] != 0) && (slots[at] != high || slots[at + 1] != low)) {
      at = (at + 2) % slots.length;
    }
    return at;
  }

  private int start(long high, long low) {
    long mixed = (low ^ Long.rotateLeft(high, 32)) * 0x9E3779B97F4A7C15L;
    return 2 * (int) ((mixed >>> 32) % (slots.length / 2));
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (int at = 0; at < old.length; at += 2) {
      if (old[at] != 0 || old[at + 1] != 0) {
        int to = find(old[at], old[at + 1]);
        slots[to] = old[at];
        slots[to + 1] = old[at + 1];
      }
    }
  }
}
