package dev.influx.scorer.topology;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * Entries in a few large arrays, one behind the other. An entry is found by its address, knows how
 * long it is, and has room for a value that is a little longer. One that is abandoned stays where
 * it is until its array is emptied.
 */
final class Segments {
  private static final int ADDRESS_BITS = 19;
  private static final int WITHIN = (1 << ADDRESS_BITS) - 1;

  /** Entries begin at multiples of this, so that an address of four bytes reaches 64 GiB. */
  private static final int GRAIN = 16;

  /** The longest array. */
  static final int LARGEST = GRAIN << ADDRESS_BITS;

  private static final int SMALLEST = 4 << 10;
  private static final int MOST = (1 << (Integer.SIZE - ADDRESS_BITS)) - 1;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private static final int KEY_LENGTH = Integer.BYTES;
  private static final int VALUE_LENGTH = 2 * Integer.BYTES;

  /** The lengths of the entry, of its key and of its value. */
  private static final int HEAD = 3 * Integer.BYTES;

  /** The part of a value that is left free behind it. */
  private static final int SPARE = 16;

  /** The part of all bytes that may be abandoned. */
  private static final int WASTE = 4;

  private final int largest;
  private final List<Segment> segments = new ArrayList<>();
  private Segment current;
  private long used;
  private long abandoned;

  Segments(int largest) {
    this.largest = largest;
    this.current = open(0);
  }

  /** One array; its first grain stays free, so that no address is 0. */
  private static final class Segment {
    private final int number;
    private final byte[] bytes;
    private int end = GRAIN;
    private int abandoned;

    Segment(int number, byte[] bytes) {
      this.number = number;
      this.bytes = bytes;
    }

    int get(int at, int field) {
      return (int) INT.get(bytes, at + field);
    }

    void set(int at, int field, int value) {
      INT.set(bytes, at + field, value);
    }

    double wasted() {
      return (double) abandoned / end;
    }
  }

  /** The address of a new entry. */
  int append(byte[] key, byte[] value) {
    int needed = HEAD + key.length + value.length;
    int length = (needed + value.length / SPARE + GRAIN - 1) / GRAIN * GRAIN;
    if (current.bytes.length - current.end < length) {
      current = open(length);
    }
    Segment segment = current;
    int at = segment.end;
    segment.set(at, 0, length);
    segment.set(at, KEY_LENGTH, key.length);
    segment.set(at, VALUE_LENGTH, value.length);
    System.arraycopy(key, 0, segment.bytes, at + HEAD, key.length);
    System.arraycopy(value, 0, segment.bytes, at + HEAD + key.length, value.length);
    segment.end += length;
    used += length;
    return segment.number << ADDRESS_BITS | at / GRAIN;
  }

  /** An array with room for this entry; each is as long as all before it, up to the longest. */
  private Segment open(int length) {
    if (length > LARGEST - GRAIN) {
      throw new IllegalArgumentException("an entry of " + length + " bytes is too long");
    }
    int wanted = (int) Math.min(largest, Math.max(SMALLEST, used));
    int free = segments.indexOf(null);
    Segment segment =
        new Segment(free < 0 ? segments.size() : free, new byte[Math.max(wanted, length + GRAIN)]);
    if (segment.number >= MOST) {
      throw new IllegalStateException("there is no address left for another entry");
    }
    if (free < 0) {
      segments.add(segment);
    } else {
      segments.set(free, segment);
    }
    return segment;
  }

  private Segment of(int address) {
    return segments.get(address >>> ADDRESS_BITS);
  }

  private static int place(int address) {
    return (address & WITHIN) * GRAIN;
  }

  boolean hasKey(int address, byte[] key) {
    Segment segment = of(address);
    int at = place(address);
    int from = at + HEAD;
    return segment.get(at, KEY_LENGTH) == key.length
        && Arrays.equals(segment.bytes, from, from + key.length, key, 0, key.length);
  }

  byte[] key(int address) {
    Segment segment = of(address);
    int at = place(address);
    int from = at + HEAD;
    return Arrays.copyOfRange(segment.bytes, from, from + segment.get(at, KEY_LENGTH));
  }

  byte[] value(int address) {
    Segment segment = of(address);
    int at = place(address);
    int from = at + HEAD + segment.get(at, KEY_LENGTH);
    return Arrays.copyOfRange(segment.bytes, from, from + segment.get(at, VALUE_LENGTH));
  }

  /** Writes another value where the present one is; says whether there was room. */
  boolean replace(int address, byte[] value) {
    Segment segment = of(address);
    int at = place(address);
    int before = HEAD + segment.get(at, KEY_LENGTH);
    if (before + value.length > segment.get(at, 0)) {
      return false;
    }
    segment.set(at, VALUE_LENGTH, value.length);
    System.arraycopy(value, 0, segment.bytes, at + before, value.length);
    return true;
  }

  /** Nobody will ask for this entry again. */
  void abandon(int address) {
    Segment segment = of(address);
    int length = segment.get(place(address), 0);
    segment.abandoned += length;
    abandoned += length;
  }

  boolean isWasteful() {
    return abandoned > SMALLEST && abandoned > used / WASTE;
  }

  /**
   * Gives up the array that has most to gain.
   *
   * @param move is told the address of each entry there, also of abandoned ones, and appends those
   *     that are still wanted
   */
  void emptyMostWasted(IntConsumer move) {
    Segment from =
        segments.stream()
            .filter(Objects::nonNull)
            .max(Comparator.comparingDouble(Segment::wasted))
            .orElseThrow();
    if (from == current) {
      current = open(0);
    }
    for (int at = GRAIN; at < from.end; at += from.get(at, 0)) {
      move.accept(from.number << ADDRESS_BITS | at / GRAIN);
    }
    segments.set(from.number, null);
    used -= from.end - GRAIN;
    abandoned -= from.abandoned;
  }

  /** How long all arrays are. */
  long bytes() {
    return segments.stream()
        .filter(Objects::nonNull)
        .mapToLong(segment -> segment.bytes.length)
        .sum();
  }

  void clear() {
    segments.clear();
    used = 0;
    abandoned = 0;
    current = open(0);
  }
}
