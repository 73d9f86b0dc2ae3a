package dev.influx.sink.files;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Room for one block of a packed stream, and what packs it, for one thread at a time. It is outside
 * of the heap and used again and again: zlib holds up every collection while it reads from the
 * heap, and a new block each time is so large that it has the collector mark everything.
 */
final class GzipBlock implements AutoCloseable {
  private static final int BYTES = 1 << 19;
  private static final int LEVEL = 2;

  private final ByteBuffer content = ByteBuffer.allocateDirect(BYTES);
  private final ByteBuffer some = ByteBuffer.allocateDirect(BYTES / 4);
  private final Deflater deflater = new Deflater(LEVEL, true);

  /** As many bytes as there is room for; says how many. */
  int take(byte[] bytes, int from, int length) {
    int taken = Math.min(length, content.remaining());
    content.put(bytes, from, taken);
    return taken;
  }

  boolean isFull() {
    return !content.hasRemaining();
  }

  boolean isEmpty() {
    return content.position() == 0;
  }

  /** The block as a part of a deflated stream that ends at a whole byte; it is empty then. */
  byte[] pack() {
    deflater.reset();
    deflater.setInput(content.flip());
    byte[] packed = new byte[0];
    for (int count = deflate(); count > 0; count = deflate()) {
      int before = packed.length;
      packed = Arrays.copyOf(packed, before + count);
      some.flip().get(packed, before, count);
    }
    content.clear();
    return packed;
  }

  private int deflate() {
    return deflater.deflate(some.clear(), Deflater.SYNC_FLUSH);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
