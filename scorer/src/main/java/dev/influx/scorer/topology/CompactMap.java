package dev.influx.scorer.topology;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A map from bytes to bytes that hardly exists for the garbage collector: entries lie side by side
 * in a few large arrays, and an index of numbers says where. A million authors as objects, all of
 * them replaced whenever they are judged again, stop the process for more than a second. For one
 * thread at a time.
 */
final class CompactMap {
  private static final long EMPTY = 0;
  private static final long REMOVED = -1;
  private static final int FEWEST_SLOTS = 64;
  private static final int NOT_THERE = -1;

  private final Segments segments;
  private long[] slots = new long[FEWEST_SLOTS];
  private int size;

  /** Slots that are not empty, also those of removed entries. */
  private int used;

  CompactMap() {
    this(Segments.LARGEST);
  }

  /**
   * An empty map.
   *
   * @param largest how long an array may become; longer entries get one of their own
   */
  CompactMap(int largest) {
    this.segments = new Segments(largest);
  }

  int size() {
    return size;
  }

  /** Null if there is none. */
  byte[] get(byte[] key) {
    int slot = find(key, hash(key));
    return slot == NOT_THERE ? null : segments.value(address(slots[slot]));
  }

  void put(byte[] key, byte[] value) {
    int hash = hash(key);
    int slot = find(key, hash);
    if (slot == NOT_THERE) {
      add(hash, segments.append(key, value));
      size++;
    } else if (!segments.replace(address(slots[slot]), value)) {
      segments.abandon(address(slots[slot]));
      slots[slot] = slot(hash, segments.append(key, value));
    }
    tidy();
  }

  /** Whether there was such an entry. */
  boolean remove(byte[] key) {
    int slot = find(key, hash(key));
    if (slot == NOT_THERE) {
      return false;
    }
    segments.abandon(address(slots[slot]));
    slots[slot] = REMOVED;
    size--;
    tidy();
    return true;
  }

  /** The keys of all entries, in no order. */
  void forEachKey(Consumer<byte[]> action) {
    for (long slot : slots) {
      if (slot != EMPTY && slot != REMOVED) {
        action.accept(segments.key(address(slot)));
      }
    }
  }

  void clear() {
    segments.clear();
    slots = new long[FEWEST_SLOTS];
    size = 0;
    used = 0;
  }

  /** How many bytes the entries take, with what is not used of them. */
  long bytes() {
    return segments.bytes();
  }

  private int find(byte[] key, int hash) {
    int mask = slots.length - 1;
    for (int at = hash & mask; slots[at] != EMPTY; at = (at + 1) & mask) {
      if (slots[at] != REMOVED
          && hashOf(slots[at]) == hash
          && segments.hasKey(address(slots[at]), key)) {
        return at;
      }
    }
    return NOT_THERE;
  }

  private void add(int hash, int address) {
    if (used >= slots.length / 2) {
      makeRoom();
    }
    insert(slot(hash, address));
    used++;
  }

  private void insert(long slot) {
    int mask = slots.length - 1;
    int at = hashOf(slot) & mask;
    while (slots[at] != EMPTY) {
      at = (at + 1) & mask;
    }
    slots[at] = slot;
  }

  private void makeRoom() {
    long[] before = slots;
    slots = new long[Math.max(FEWEST_SLOTS, Integer.highestOneBit(size + 1) * 4)];
    Arrays.stream(before).filter(slot -> slot != EMPTY && slot != REMOVED).forEach(this::insert);
    used = size;
  }

  /** Frees an array of which little is still used, by writing that little anew. */
  private void tidy() {
    if (segments.isWasteful()) {
      segments.emptyMostWasted(this::move);
    }
  }

  /** Writes an entry anew, if it is one. */
  private void move(int address) {
    byte[] key = segments.key(address);
    int hash = hash(key);
    int slot = find(key, hash);
    if (slot != NOT_THERE && address(slots[slot]) == address) {
      slots[slot] = slot(hash, segments.append(key, segments.value(address)));
    }
  }

  /** Keys are numbers in digits, and alike; all bits of the hash are to differ. */
  private static int hash(byte[] key) {
    int mixed = Arrays.hashCode(key) * 0x9E3779B9;
    mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
    return mixed ^ (mixed >>> 13);
  }

  private static long slot(int hash, int address) {
    return ((long) hash << Integer.SIZE) | Integer.toUnsignedLong(address);
  }

  private static int hashOf(long slot) {
    return (int) (slot >>> Integer.SIZE);
  }

  private static int address(long slot) {
    return (int) slot;
  }
}
