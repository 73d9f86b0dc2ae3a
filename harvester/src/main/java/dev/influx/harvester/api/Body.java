package dev.influx.harvester.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.schemas.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes of an answer, decompressed and otherwise as they came. */
final class Body {
  static final Body EMPTY = new Body(new byte[0]);

  private static final int SHOWN_BYTES = 400;

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  static Body of(byte[] bytes) {
    return new Body(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  ByteBuffer slice(int from, int to) {
    return ByteBuffer.wrap(bytes, from, to - from).slice();
  }

  Sha256 sha256() {
    try {
      return new Sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** How it begins, for messages. */
  String start() {
    return new String(bytes, 0, Math.min(bytes.length, SHOWN_BYTES), UTF_8);
  }
}
