package dev.influx.sink.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Values that are read on a thread of their own, a little ahead of the thread that takes them: to
 * fetch and unpack a list takes as long as to write it.
 */
final class ReadAhead implements AutoCloseable {
  private static final int CHUNK_BYTES = 1 << 18;
  private static final int CHUNKS = 4;
  private static final List<byte[]> END = List.of();

  private final Reader reader;
  private final BlockingQueue<List<byte[]>> chunks = new ArrayBlockingQueue<>(CHUNKS);
  private final Thread thread = new Thread(this::read, "influx-read-ahead");
  private List<byte[]> chunk = new ArrayList<>();
  private int bytes;
  private volatile Throwable failure;

  private ReadAhead(Reader reader) {
    this.reader = reader;
    thread.setDaemon(true);
  }

  /** Hands on one value after the other. */
  @FunctionalInterface
  interface Reader {
    void readTo(Into into) throws InterruptedException;
  }

  /** Where values go; whoever is too far ahead waits there. */
  @FunctionalInterface
  interface Into {
    void add(byte[] value) throws InterruptedException;
  }

  /** Takes values one by one. */
  @FunctionalInterface
  interface Taker {
    void take(byte[] value) throws IOException;
  }

  /** However it ends, nobody reads any more then. */
  static void all(Reader reader, Taker taker) throws IOException {
    try (ReadAhead ahead = new ReadAhead(reader)) {
      ahead.thread.start();
      for (List<byte[]> chunk = ahead.next(); chunk != END; chunk = ahead.next()) {
        for (byte[] value : chunk) {
          taker.take(value);
        }
      }
      ahead.requireWhole();
    }
  }

  private void requireWhole() {
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private List<byte[]> next() throws InterruptedIOException {
    try {
      return chunks.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a list was read");
    }
  }

  private void read() {
    try {
      readAll();
    } catch (InterruptedException e) {
      // Whoever took the values wants no more of them.
      Thread.currentThread().interrupt();
    }
  }

  private void readAll() throws InterruptedException {
    try {
      reader.readTo(this::add);
      chunks.put(chunk);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    chunks.put(END);
  }

  private void add(byte[] value) throws InterruptedException {
    chunk.add(value);
    bytes += value.length;
    if (bytes >= CHUNK_BYTES) {
      chunks.put(chunk);
      chunk = new ArrayList<>();
      bytes = 0;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
