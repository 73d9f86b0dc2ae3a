package dev.influx.validator.lines;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, or whatever streams in, that is being read; unpacked if it was packed. */
public final class InputFile implements AutoCloseable {
  private final Counting raw;
  private final InputStream unpacked;

  private InputFile(Counting raw, InputStream unpacked) {
    this.raw = raw;
    this.unpacked = unpacked;
  }

  public static InputFile open(Path path) throws IOException {
    return of(Files.newInputStream(path));
  }

  /** Closes the stream if it cannot be unpacked. */
  public static InputFile of(InputStream stream) throws IOException {
    Counting raw = new Counting(stream);
    try {
      return new InputFile(raw, Packing.open(raw));
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /** What is in it. */
  public InputStream content() {
    return unpacked;
  }

  /** How far it has been read, as it is packed; any thread may ask. */
  public long bytesRead() {
    return raw.count;
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  /** Counts what one thread reads. */
  private static final class Counting extends FilterInputStream {
    private volatile long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      add(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      add(Math.max(0, read));
      return read;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void add(int read) {
      count += read;
    }
  }
}
