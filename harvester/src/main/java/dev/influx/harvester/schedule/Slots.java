package dev.influx.harvester.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The authors of an agenda as rows of primitive arrays: an object for each of a million of them
 * would take more memory than all that is known of them.
 */
final class Slots {
  static final int NONE = -1;
  private static final int FIRST = 16;

  private final Map<String, Integer> byKey = new HashMap<>();
  private String[] keys = new String[FIRST];
  private long[] since = new long[FIRST];
  private int[] places = new int[FIRST];
  private byte[] queues = new byte[FIRST];

  /** The rows that were used once and are free; they are linked by their places. */
  private int free = NONE;

  private int used;

  int find(String key) {
    return byKey.getOrDefault(key, NONE);
  }

  int size() {
    return byKey.size();
  }

  /** A row for an author who has none. */
  int add(String key) {
    int slot = free;
    if (slot == NONE) {
      slot = used++;
      if (slot == keys.length) {
        grow(slot + slot / 2);
      }
    } else {
      free = places[slot];
    }
    keys[slot] = key;
    places[slot] = NONE;
    byKey.put(key, slot);
    return slot;
  }

  /** Frees a row that is in no queue. */
  void remove(int slot) {
    byKey.remove(keys[slot]);
    keys[slot] = null;
    places[slot] = free;
    free = slot;
  }

  private void grow(int length) {
    keys = Arrays.copyOf(keys, length);
    since = Arrays.copyOf(since, length);
    places = Arrays.copyOf(places, length);
    queues = Arrays.copyOf(queues, length);
  }

  String key(int slot) {
    return keys[slot];
  }

  /** When it was fetched, or, for a new author, when it came; milliseconds of the epoch. */
  long since(int slot) {
    return since[slot];
  }

  void since(int slot, long millis) {
    since[slot] = millis;
  }

  /** Where in its queue it is; {@link #NONE} while it is handed out. */
  int place(int slot) {
    return places[slot];
  }

  void place(int slot, int place) {
    places[slot] = place;
  }

  int queue(int slot) {
    return queues[slot];
  }

  void queue(int slot, int queue) {
    queues[slot] = (byte) queue;
  }
}
