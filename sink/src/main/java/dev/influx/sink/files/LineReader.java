package dev.influx.sink.files;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a published file, one after the other, without the line feeds that end them. */
public final class LineReader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int end;

  public LineReader(InputStream in) {
    this.in = in;
  }

  /** Takes lines. */
  @FunctionalInterface
  public interface Taker {
    void take(byte[] line) throws IOException;
  }

  /** Empty at the end; fails for a last line that was cut off. */
  public Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    while (from < end || fill()) {
      int feed = indexOfLineFeed();
      begun.write(buffer, from, feed - from);
      from = feed + 1;
      if (feed < end) {
        return Optional.of(begun.toByteArray());
      }
    }
    if (begun.size() > 0) {
      throw new EOFException("the last line is cut off");
    }
    return Optional.empty();
  }

  private int indexOfLineFeed() {
    int at = from;
    while (at < end && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    from = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  /** All that are left. */
  public void forEach(Taker taker) throws IOException {
    for (Optional<byte[]> line = next(); line.isPresent(); line = next()) {
      taker.take(line.get());
    }
  }
}
