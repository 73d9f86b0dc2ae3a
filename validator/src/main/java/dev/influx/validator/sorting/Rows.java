package dev.influx.validator.sorting;

/** A fixed number of places for rows, which can be sorted. */
final class Rows {
  private final int width;
  private final int capacity;
  private long[] values;
  private long[] spare;
  private int count;

  Rows(int width, int capacity) {
    if (width < 1 || capacity < 1) {
      throw new IllegalArgumentException("rows need a width, and a place");
    }
    this.width = width;
    this.capacity = capacity;
    this.values = new long[0];
    this.spare = new long[0];
  }

  boolean isFull() {
    return count == capacity;
  }

  void add(long[] row) {
    if (row.length != width) {
      throw new IllegalArgumentException("a row of " + row.length + " instead of " + width);
    }
    ensurePlace();
    System.arraycopy(row, 0, values, count * width, width);
    count++;
  }

  /** Few rows take little memory. */
  private void ensurePlace() {
    if (values.length < (count + 1) * width) {
      int places = (int) Math.min(capacity, Math.max(1024L, 2L * count));
      long[] larger = new long[places * width];
      System.arraycopy(values, 0, larger, 0, count * width);
      values = larger;
    }
  }

  void clear() {
    count = 0;
  }

  /** By merging ever longer pieces: no input is a bad one. */
  void sort() {
    if (spare.length < values.length) {
      spare = new long[values.length];
    }
    for (long piece = 1; piece < count; piece *= 2) {
      for (long from = 0; from < count; from += 2 * piece) {
        merge(from, Math.min(from + piece, count), Math.min(from + 2 * piece, count));
      }
      long[] merged = spare;
      spare = values;
      values = merged;
    }
  }

  private void merge(long from, long middle, long to) {
    int left = (int) from;
    int right = (int) middle;
    for (int at = (int) from; at < to; at++) {
      boolean takeLeft = left < middle && (right == to || compare(left, right) <= 0);
      int taken = takeLeft ? left++ : right++;
      System.arraycopy(values, taken * width, spare, at * width, width);
    }
  }

  private int compare(int one, int other) {
    for (int at = 0; at < width; at++) {
      int order = Long.compare(values[one * width + at], values[other * width + at]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  Cursor cursor() {
    int[] next = {0};
    return row -> {
      if (next[0] == count) {
        return false;
      }
      System.arraycopy(values, next[0]++ * width, row, 0, width);
      return true;
    };
  }
}
