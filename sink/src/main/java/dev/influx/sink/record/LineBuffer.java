package dev.influx.sink.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that are put together before they are written. */
public final class LineBuffer {
  private static final int LONGEST_NUMBER = 19;

  private byte[] bytes;
  private int length;

  public LineBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  public int length() {
    return length;
  }

  void add(byte[] source, int from, int count) {
    makeRoom(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  void add(byte[] source) {
    add(source, 0, source.length);
  }

  void add(char one) {
    makeRoom(1);
    bytes[length++] = (byte) one;
  }

  /** A number that is not negative. */
  void add(long number) {
    makeRoom(LONGEST_NUMBER);
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void makeRoom(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }

  /** Writes everything, and is empty then. */
  public void drainTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }
}
