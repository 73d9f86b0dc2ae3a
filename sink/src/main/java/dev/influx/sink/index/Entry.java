package dev.influx.sink.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is known of an author by id.
 *
 * @param tenths the published score, in tenths of a point
 * @param observedAt in milliseconds
 * @param policy its number in this index
 * @param earlier whether the line fulfils the schema of the earlier system as well
 */
record Entry(long tenths, long observedAt, int policy, boolean earlier, SortBytes key) {
  private static final int HEAD = 2 * Long.BYTES + Integer.BYTES + 1;

  byte[] toBytes() {
    return ByteBuffer.allocate(HEAD + key.bytes.length)
        .putLong(tenths)
        .putLong(observedAt)
        .putInt(policy)
        .put((byte) (earlier ? 1 : 0))
        .put(key.bytes)
        .array();
  }

  static Entry of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new Entry(
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.get() == 1,
        new SortBytes(Arrays.copyOfRange(bytes, HEAD, bytes.length)));
  }

  /** A sort key as a value. */
  static final class SortBytes {
    private final byte[] bytes;

    SortBytes(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SortBytes key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}
