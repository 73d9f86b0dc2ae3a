package dev.influx.sink.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;

/**
 * Packs a stream as one gzip member, its blocks on all processors at once. Blocks have a fixed size
 * and no memory of each other, and the header has no time: the same bytes come out whatever the
 * number of processors.
 */
final class BlockGzip extends OutputStream {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final byte[] END = {3, 0};
  private static final int TRAILER = 8;

  private final OutputStream out;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(processors, BlockGzip::thread);
  private final List<GzipBlock> blocks = new ArrayList<>();
  private final Deque<GzipBlock> free = new ArrayDeque<>();
  private final Queue<Packing> packing = new ArrayDeque<>();
  private final CRC32 crc = new CRC32();
  private GzipBlock block;
  private long total;

  BlockGzip(OutputStream out) throws IOException {
    this.out = out;
    this.block = another();
    out.write(HEADER);
  }

  /** A block that is being packed, with what becomes of it. */
  private record Packing(GzipBlock block, Future<byte[]> packed) {}

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "influx-pack");
    thread.setDaemon(true);
    return thread;
  }

  /** One that is free, or one more. */
  private GzipBlock another() {
    if (free.isEmpty()) {
      GzipBlock made = new GzipBlock();
      blocks.add(made);
      return made;
    }
    return free.pop();
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
    int end = offset + length;
    while (from < end) {
      from += block.take(bytes, from, end - from);
      if (block.isFull()) {
        submit(block);
        block = another();
      }
    }
  }

  /** No more is under way than the processors can take soon, so that memory stays bounded. */
  private void submit(GzipBlock filled) throws IOException {
    packing.add(new Packing(filled, threads.submit(filled::pack)));
    if (packing.size() > 2 * processors) {
      writeNext();
    }
  }

  private void writeNext() throws IOException {
    Packing next = packing.remove();
    try {
      out.write(next.packed().get());
      free.push(next.block());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while packing", e);
    } catch (ExecutionException e) {
      throw new IOException("packing failed", e.getCause());
    }
  }

  /** Writes what is left, and the trailer; the stream below stays open. */
  void finish() throws IOException {
    if (!block.isEmpty()) {
      submit(block);
      block = another();
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

  /** What is packed at this moment ends with an error that nobody asks for. */
  @Override
  public void close() {
    threads.shutdownNow();
    blocks.forEach(GzipBlock::close);
  }
}
