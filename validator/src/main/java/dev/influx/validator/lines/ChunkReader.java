package dev.influx.validator.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream into chunks of whole lines. A chunk is whatever one read brought, so that lines
 * which trickle in are not held back; only a line that is longer than a chunk makes a larger one.
 */
public final class ChunkReader {
  private final InputStream in;
  private final int size;
  private final int longestLine;
  private byte[] rest = new byte[0];
  private long nextLine = 1;

  /**
   * Reads from the beginning.
   *
   * @param size how many bytes to read at once
   */
  public ChunkReader(InputStream in, int size) {
    this(in, size, Integer.MAX_VALUE);
  }

  /**
   * Reads from the beginning, and fails at a line that is too long.
   *
   * @param size how many bytes to read at once
   * @param longestLine in bytes; a chunk more may be read before it shows
   */
  public ChunkReader(InputStream in, int size, int longestLine) {
    this.in = in;
    this.size = size;
    this.longestLine = longestLine;
  }

  /** Empty at the end of the stream. */
  public Optional<Chunk> next() throws IOException {
    byte[] bytes = Arrays.copyOf(rest, rest.length + size);
    int filled = rest.length;
    while (true) {
      int read = in.read(bytes, filled, bytes.length - filled);
      if (read < 0) {
        return last(bytes, filled);
      }
      int end = endOfLastLine(bytes, filled, filled + read);
      filled += read;
      if (end > 0) {
        rest = Arrays.copyOfRange(bytes, end, filled);
        return Optional.of(chunk(bytes, end));
      }
      if (filled > longestLine) {
        throw new LineTooLongException(nextLine, longestLine);
      }
      bytes = filled == bytes.length ? Arrays.copyOf(bytes, 2 * filled) : bytes;
    }
  }

  private Optional<Chunk> last(byte[] bytes, int filled) {
    rest = new byte[0];
    return filled == 0 ? Optional.empty() : Optional.of(chunk(bytes, filled));
  }

  private Chunk chunk(byte[] bytes, int length) {
    Chunk chunk = new Chunk(bytes, length, nextLine);
    nextLine += chunk.lines();
    return chunk;
  }

  private static int endOfLastLine(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] != '\n') {
      end--;
    }
    return end > from ? end : 0;
  }
}
