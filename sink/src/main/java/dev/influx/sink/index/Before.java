package dev.influx.sink.index;

import dev.influx.sink.record.LineTemplate.Places;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How an author stood in the last snapshot, kept once there is a change. */
final class Before {
  static final Before ABSENT = new Before(Places.NOT_THERE, new byte[0]);

  private final long tenths;
  private final byte[] line;

  Before(long tenths, byte[] line) {
    this.tenths = tenths;
    this.line = line;
  }

  byte[] toBytes() {
    return ByteBuffer.allocate(Long.BYTES + line.length).putLong(tenths).put(line).array();
  }

  static Before of(byte[] bytes) {
    return new Before(
        ByteBuffer.wrap(bytes).getLong(), Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
  }

  long tenths() {
    return tenths;
  }

  /** The published line; ranks in it have no meaning. */
  Optional<byte[]> line() {
    return line.length == 0 ? Optional.empty() : Optional.of(line);
  }
}
