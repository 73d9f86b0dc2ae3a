package dev.influx.validator.sorting;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file of runs, there from the first run on. */
final class SpillFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path directory;
  private final int width;
  private FileChannel channel;
  private long end;

  SpillFile(Path directory, int width) {
    this.directory = directory;
    this.width = width;
  }

  /** Appends all rows as one run. */
  Run write(Cursor rows) {
    try {
      open();
      return append(rows);
    } catch (IOException e) {
      throw new UnableToSpillException(directory, e);
    }
  }

  private Run append(Cursor rows) throws IOException {
    long position = end;
    long count = 0;
    long[] row = new long[width];
    ByteBuffer buffer = buffer();
    while (rows.next(row)) {
      if (buffer.remaining() < bytesOfRow()) {
        flush(buffer);
      }
      for (long value : row) {
        buffer.putLong(value);
      }
      count++;
    }
    flush(buffer);
    return new Run(position, count);
  }

  Cursor read(Run run) {
    return new Reader(run);
  }

  private void open() throws IOException {
    if (channel == null) {
      Path file = Files.createTempFile(directory, "influx-sort-", ".tmp");
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              // On most systems the name goes at once, and the bytes with the process.
              StandardOpenOption.DELETE_ON_CLOSE);
    }
  }

  private void flush(ByteBuffer buffer) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      end += channel.write(buffer, end);
    }
    buffer.clear();
  }

  private ByteBuffer buffer() {
    return ByteBuffer.allocate(Math.max(1, BUFFER / bytesOfRow()) * bytesOfRow());
  }

  private int bytesOfRow() {
    return width * Long.BYTES;
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UnableToSpillException(directory, e);
    }
  }

  /** Goes over a run with a buffer of its own. */
  private final class Reader implements Cursor {
    private final ByteBuffer ahead = buffer().limit(0);
    private long position;
    private long bytesLeft;

    Reader(Run run) {
      this.position = run.position();
      this.bytesLeft = run.rows() * bytesOfRow();
    }

    @Override
    public boolean next(long[] row) {
      if (!ahead.hasRemaining() && bytesLeft == 0) {
        return false;
      }
      if (!ahead.hasRemaining()) {
        fill();
      }
      for (int at = 0; at < row.length; at++) {
        row[at] = ahead.getLong();
      }
      return true;
    }

    private void fill() {
      try {
        read();
      } catch (IOException e) {
        throw new UnableToSpillException(directory, e);
      }
    }

    private void read() throws IOException {
      ahead.clear().limit((int) Math.min(ahead.capacity(), bytesLeft));
      while (ahead.hasRemaining()) {
        int read = channel.read(ahead, position);
        if (read < 0) {
          throw new EOFException("a temporary file was cut short");
        }
        position += read;
        bytesLeft -= read;
      }
      ahead.flip();
    }
  }
}
