package dev.influx.monitor.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A number for each author, in twelve bytes a place; 0 where there is none. */
final class IdTable {
  private static final int SMALLEST = 1 << 12;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int LONGEST_NUMBER = 18;

  private final int most;
  private long[] keys = new long[SMALLEST];
  private int[] values = new int[SMALLEST];
  private int size;

  /**
   * Room for a number of authors.
   *
   * @param most there may be
   */
  IdTable(int most) {
    this.most = most;
  }

  /** Ids of X are numbers; anything else is as good as one after it was hashed. */
  static long key(String id) {
    boolean number = !id.isEmpty() && id.length() <= LONGEST_NUMBER;
    for (int i = 0; i < id.length() && number; i++) {
      number = id.charAt(i) >= '0' && id.charAt(i) <= '9';
    }
    long key = number ? Long.parseLong(id) : hash(id);
    return key == 0 ? Long.MIN_VALUE : key;
  }

  private static long hash(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return ByteBuffer.wrap(digest).getLong() | Long.MIN_VALUE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  int get(long key) {
    int place = place(key);
    return keys[place] == key ? values[place] : 0;
  }

  /** False if there is no room for another author. */
  boolean put(long key, int value) {
    int place = place(key);
    if (keys[place] != key) {
      if (size >= most) {
        return false;
      }
      if (++size > keys.length / 2) {
        grow();
        place = place(key);
      }
      keys[place] = key;
    }
    values[place] = value;
    return true;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) ((key * SPREAD) >>> 32) & mask;
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}
