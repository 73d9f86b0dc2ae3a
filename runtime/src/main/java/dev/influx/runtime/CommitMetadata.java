package dev.influx.runtime;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The event time of the last processed record, in the metadata of a committed offset: the form that
 * Kafka Streams uses (base64 of a version byte and eight bytes), so that one reader serves both.
 */
public final class CommitMetadata {
  private static final byte VERSION = 2;
  private static final int BYTES = 1 + Long.BYTES;

  private CommitMetadata() {}

  public static String of(Instant eventTime) {
    byte[] bytes =
        ByteBuffer.allocate(BYTES).put(VERSION).putLong(eventTime.toEpochMilli()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Empty for whatever does not look like it: anyone may commit any metadata. */
  public static Optional<Instant> read(String metadata) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(metadata));
      boolean ours = bytes.remaining() >= BYTES && bytes.get() == VERSION;
      long millis = ours ? bytes.getLong() : -1;
      return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
