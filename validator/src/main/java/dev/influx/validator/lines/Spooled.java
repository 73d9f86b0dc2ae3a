package dev.influx.validator.lines;

import dev.influx.validator.sorting.UnableToSpillException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What streamed in once, to be read as often as it is needed. It is kept, as packed as it came, in
 * a file that has no name from the moment that it is open: whatever ends the process, the system
 * takes its space back. Where a system has no such files, it goes when this is closed.
 */
public final class Spooled implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path directory;
  private final FileChannel file;

  private Spooled(Path directory, FileChannel file) {
    this.directory = directory;
    this.file = file;
  }

  /**
   * Reads a stream to its end.
   *
   * @param directory where the file may be
   */
  public static Spooled of(InputStream stream, Path directory) throws IOException {
    Spooled spooled = new Spooled(directory, open(directory));
    try {
      spooled.copy(stream);
      return spooled;
    } catch (IOException | RuntimeException e) {
      spooled.close();
      throw e;
    }
  }

  private static FileChannel open(Path directory) {
    try {
      return FileChannel.open(
          Files.createTempFile(directory, "influx-spool-", ".tmp"),
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UnableToSpillException(directory, e);
    }
  }

  /** A stream that cannot be read and a disk that is full are different failures. */
  private void copy(InputStream stream) throws IOException {
    OutputStream out = Channels.newOutputStream(file);
    byte[] buffer = new byte[BUFFER];
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      try {
        out.write(buffer, 0, read);
      } catch (IOException e) {
        throw new UnableToSpillException(directory, e);
      }
    }
  }

  /** All of it from the beginning; to close what is returned does not end this. */
  public InputStream read() {
    return new FromStart();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UnableToSpillException(directory, e);
    }
  }

  /** Has a position of its own, so that several may read. */
  private final class FromStart extends InputStream {
    private long position;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(bytes, from, length), position);
      position += Math.max(0, read);
      return read;
    }
  }
}
