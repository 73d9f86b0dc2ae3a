package dev.influx.validator.sorting;

/** Goes over sorted rows, one after the other. */
public interface Cursor {
  /** Whether there was one more row, which is in the array now. */
  boolean next(long[] row);
}
