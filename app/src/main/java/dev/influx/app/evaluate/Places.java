package dev.influx.app.evaluate;

/**
 * Numbers the users of all files of a run in their order, so that whoever knows the line of a user
 * knows the number.
 *
 * @param linesBefore how many lines the files before this one have
 */
record Places(long linesBefore) {
  /** So many users cannot stand in a line that can be read; there is room for 2^36 lines. */
  private static final int BITS_OF_INDEX = 27;

  /**
   * The place of a user.
   *
   * @param index in the line, from 0
   */
  long of(long line, long index) {
    return ((linesBefore + line) << BITS_OF_INDEX) + index;
  }
}
