package dev.influx.sink.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Packs a stream as one gzip member, its blocks on all processors at once. Blocks have a fixed size
 * and no memory of each other, and the header has no time: the same bytes come out whatever the
 * number of processors.
 */
final class BlockGzip extends OutputStream {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final byte[] END = {3, 0};
  private static final int TRAILER = 8;
  private static final int BLOCK_BYTES = 1 << 19;
  private static final int LEVEL = 2;

  private final OutputStream out;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(processors, BlockGzip::thread);
  private final Queue<Future<byte[]>> packing = new ArrayDeque<>();
  private final CRC32 crc = new CRC32();
  private byte[] block = new byte[BLOCK_BYTES];
  private int filled;
  private long total;

  BlockGzip(OutputStream out) throws IOException {
    this.out = out;
    out.write(HEADER);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "influx-pack");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    crc.update(bytes, offset, length);
    total += length;
    int from = offset;
    int left = length;
    while (left > 0) {
      int taken = Math.min(left, BLOCK_BYTES - filled);
      System.arraycopy(bytes, from, block, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
      packFull();
    }
  }

  private void packFull() throws IOException {
    if (filled == BLOCK_BYTES) {
      submit(block);
      block = new byte[BLOCK_BYTES];
      filled = 0;
    }
  }

  /** No more is under way than the processors can take soon, so that memory stays bounded. */
  private void submit(byte[] whole) throws IOException {
    packing.add(threads.submit(() -> pack(whole)));
    if (packing.size() > 2 * processors) {
      writeNext();
    }
  }

  private static byte[] pack(byte[] whole) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(whole);
      ByteArrayOutputStream packed = new ByteArrayOutputStream(whole.length / 2);
      byte[] some = new byte[1 << 16];
      int count = deflater.deflate(some, 0, some.length, Deflater.SYNC_FLUSH);
      while (count > 0) {
        packed.write(some, 0, count);
        count = deflater.deflate(some, 0, some.length, Deflater.SYNC_FLUSH);
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private void writeNext() throws IOException {
    try {
      out.write(packing.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while packing", e);
    } catch (ExecutionException e) {
      throw new IOException("packing failed", e.getCause());
    }
  }

  /** Writes what is left, and the trailer; the stream below stays open. */
  void finish() throws IOException {
    if (filled > 0) {
      submit(Arrays.copyOf(block, filled));
    }
    while (!packing.isEmpty()) {
      writeNext();
    }
    out.write(END);
    out.write(
        ByteBuffer.allocate(TRAILER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) crc.getValue())
            .putInt((int) total)
            .array());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
